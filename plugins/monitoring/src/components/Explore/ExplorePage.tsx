import { useCallback, useContext } from 'react';
import { Link } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Skeleton from '@material-ui/lab/Skeleton';
import { ExploreResponse } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringApiRef } from '../../api';
import { errorText } from '../../api/errorText';
import { ClockContext } from '../../hooks/Clock';
import { usePolling } from '../../hooks/usePolling';
import { useTimeRange } from '../../hooks/useTimeRange';
import { useUrlState } from '../../hooks/useUrlState';
import { monitoringExploreTranslationRef } from '../../translation';
import { EnvironmentContext } from '../EnvironmentSelect/EnvironmentContext';
import { LoadFailed } from '../LoadFailed';
import { SectionCard } from '../SectionCard';
import {
  AWAY_FROM_EXPLORE,
  EXPRESSION_PARAM,
  MODE_PARAM,
} from './exploreAddress';
import { ExploreContent } from './ExploreContent';
import { ExploreMode } from './explorePanels';
import { plainLineEnds } from './plainLineEnds';
import { useExploreAnswer } from './useExploreAnswer';
import { useExpressionHistory } from './useExpressionHistory';

/** How often the scope is read again, in milliseconds: it changes with the entity. */
const DESCRIPTION_INTERVAL = 5 * 60_000;

/** Props of {@link ExplorePage}. */
export interface ExplorePageProps {
  entityRef: string;
}

/** Where people ask an entity's Prometheus freely; all of the question is in the page's address. */
export function ExplorePage({ entityRef }: ExplorePageProps) {
  const { t } = useTranslationRef(monitoringExploreTranslationRef);
  const { explore } = useApi(monitoringApiRef);
  const { pathAfter } = useUrlState();
  const environment = useContext(EnvironmentContext);
  const load = useCallback(
    () => explore.describe(entityRef, { environment }),
    [explore, entityRef, environment],
  );
  const { value, error, refresh } = usePolling(load, DESCRIPTION_INTERVAL);

  const content = () => {
    if (value) {
      return <LoadedExplore entityRef={entityRef} description={value} />;
    }
    return error ? (
      <LoadFailed
        error={error}
        what={t('explore.what')}
        reason={errorText(error)}
        forbidden={{
          title: t('explore.forbiddenTitle'),
          text: errorText(error),
        }}
        onRetry={refresh}
      />
    ) : (
      <Skeleton
        variant="rect"
        height={480}
        role="status"
        aria-label={t('explore.title')}
      />
    );
  };
  return (
    <SectionCard
      title={t('explore.title')}
      aside={value && t('explore.on', { prometheus: value.prometheus })}
      action={
        <Link to={pathAfter(AWAY_FROM_EXPLORE)}>{t('explore.back')}</Link>
      }
    >
      {content()}
    </SectionCard>
  );
}

function LoadedExplore(props: {
  entityRef: string;
  description: ExploreResponse;
}) {
  const { entityRef, description } = props;
  const environment = useContext(EnvironmentContext);
  const { params, change } = useUrlState();
  const timeRange = useTimeRange({ from: 'now-1h' });
  const [history, remember] = useExpressionHistory(entityRef);
  const expression = plainLineEnds(params.get(EXPRESSION_PARAM) ?? '');
  const mode: ExploreMode =
    params.get(MODE_PARAM) === 'table' ? 'table' : 'graph';
  const answer = useExploreAnswer({
    entityRef,
    environment,
    expression,
    range: timeRange.range,
    instant: mode === 'table',
  });

  return (
    <ClockContext.Provider value={timeRange.clock}>
      <ExploreContent
        entityRef={entityRef}
        description={description}
        expression={expression}
        mode={mode}
        timeRange={timeRange}
        history={history}
        answer={answer}
        onRun={next => {
          remember(next);
          change({ [EXPRESSION_PARAM]: next });
          timeRange.refresh();
        }}
        onMode={next =>
          change({ [MODE_PARAM]: next === 'graph' ? undefined : next })
        }
      />
    </ClockContext.Provider>
  );
}
