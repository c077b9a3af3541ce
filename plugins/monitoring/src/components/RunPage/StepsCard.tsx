import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import {
  ProvisioningRun,
  ProvisioningStepListQuery,
} from '@sightline/backstage-plugin-monitoring-common';
import { formatNumber } from '../../format';
import { useCursors } from '../../hooks/useCursors';
import { useSteps } from '../../hooks/useProvisioning';
import { monitoringRunsTranslationRef } from '../../translation';
import { CursorPager } from '../CursorPager';
import { EmptyState } from '../EmptyState';
import { LoadFailed } from '../LoadFailed';
import { DrawerSkeleton } from '../ProvisioningDrawer/DrawerSkeleton';
import { useRunWords } from '../provisioning';
import { SectionCard } from '../SectionCard';
import { StepFilters } from './StepFilters';
import { StepsTable } from './StepsTable';
import { useStepFilters } from './useStepFilters';

const PAGE = 50;

/** The steps of a run that did, kept or failed something, page by page. */
export function StepsCard(props: { run: ProvisioningRun }) {
  const { run } = props;
  const { t } = useTranslationRef(monitoringRunsTranslationRef);
  const words = useRunWords();
  const filters = useStepFilters();
  const cursors = useCursors(filters.id);
  const query = useMemo<ProvisioningStepListQuery>(
    () => ({ ...filters.query, limit: PAGE, cursor: cursors.cursor }),
    [filters.query, cursors.cursor],
  );
  const { value, error, refresh } = useSteps(
    run.id,
    query,
    run.status === 'running',
  );

  const content = () => {
    if (!value) {
      return error ? (
        <LoadFailed
          error={error}
          what={t('runs.steps.what')}
          onRetry={refresh}
        />
      ) : (
        <DrawerSkeleton label={t('runs.steps.loading')} />
      );
    }
    if (value.items.length > 0) {
      return <StepsTable steps={value.items} />;
    }
    return filters.isFiltered ? (
      <EmptyState
        state="ok"
        title={t('runs.steps.nothingMatches')}
        text={t('runs.steps.hidden')}
        action={
          <Button size="small" onClick={filters.clear}>
            {t('runs.steps.clear')}
          </Button>
        }
      />
    ) : (
      <EmptyState
        state="ok"
        title={t('runs.steps.empty')}
        text={t('runs.steps.emptyText', { counts: words.counts(run) })}
      />
    );
  };
  return (
    <SectionCard
      title={t('runs.steps.title')}
      aside={value && formatNumber(value.totalItems)}
      action={<StepFilters filters={filters} />}
      flush
      footer={
        value &&
        value.totalItems > PAGE && (
          <CursorPager
            pageSize={PAGE}
            total={value.totalItems}
            shown={value.items.length}
            cursors={cursors}
            nextCursor={value.nextCursor}
          />
        )
      }
    >
      {content()}
    </SectionCard>
  );
}
