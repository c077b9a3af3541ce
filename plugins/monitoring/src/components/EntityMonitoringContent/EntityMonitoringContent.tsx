import {
  ANNOTATION_EDIT_URL,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { Content } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { useEntityAnswer } from '../../hooks/useEntityMonitoring';
import { useFocusOnChange } from '../../hooks/useFocusOnChange';
import { useUrlState } from '../../hooks/useUrlState';
import { monitoringTranslationRef } from '../../translation';
import { isExplore } from '../Explore/exploreAddress';
import { HealthHeader } from '../HealthHeader';
import { lazily } from '../lazily';
import { LoadFailed } from '../LoadFailed';
import { SectionCard } from '../SectionCard';
import { MonitoredEntity } from './MonitoredEntity';
import { TabSkeleton } from './TabSkeleton';

/** Of entities that have not opted in. */
const OnboardingCard = lazily(() =>
  import('../OnboardingCard').then(module => module.OnboardingCard),
);
const EntityExplore = lazily(() =>
  import('../Explore').then(module => module.EntityExplore),
);
const AnnotationProblems = lazily(() =>
  import('../AnnotationProblems').then(module => module.AnnotationProblems),
);

const useStyles = makeStyles(theme => ({
  stack: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(3),
    // It has the focus only for what comes after.
    outline: 'none',
  },
}));

/**
 * The tab "Monitoring" of an entity.
 *
 * @public
 */
export function EntityMonitoringContent() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const entityRef = stringifyEntityRef(entity);
  const entityName = entity.metadata.title ?? entity.metadata.name;
  const editUrl = entity.metadata.annotations?.[ANNOTATION_EDIT_URL];
  const answer = useEntityAnswer(entityRef);
  const { params } = useUrlState();
  const isExploring = isExplore(params);
  const stack = useFocusOnChange<HTMLDivElement>(isExploring);

  const content = () => {
    if (answer.value && isExploring) {
      return (
        <EntityExplore
          key={entityRef}
          entityRef={entityRef}
          environments={answer.value.spec.environments}
        />
      );
    }
    if (answer.value?.spec.optedIn) {
      return (
        <MonitoredEntity
          key={entityRef}
          entityRef={entityRef}
          entityName={entityName}
          editUrl={editUrl}
          answer={answer}
          entity={answer.value}
        />
      );
    }
    if (answer.value) {
      return (
        <>
          <HealthHeader
            optedIn={false}
            reconciled
            hasAlertRules={false}
            slos={[]}
            alerts={[]}
            sources={[]}
            entityName={entityName}
            onRetry={answer.refresh}
          />
          {answer.value.problems.length > 0 && (
            <AnnotationProblems
              problems={answer.value.problems}
              editUrl={editUrl}
            />
          )}
          <OnboardingCard
            entityRef={entityRef}
            entity={answer.value}
            editUrl={editUrl}
          />
        </>
      );
    }
    return answer.error ? (
      <SectionCard title={t('loadFailed.monitoring')} flush>
        <LoadFailed
          error={answer.error}
          what={t('loadFailed.monitoring')}
          onRetry={answer.refresh}
        />
      </SectionCard>
    ) : (
      <TabSkeleton entityName={entityName} />
    );
  };

  return (
    <Content>
      <div ref={stack} className={classes.stack} tabIndex={-1}>
        {content()}
      </div>
    </Content>
  );
}
