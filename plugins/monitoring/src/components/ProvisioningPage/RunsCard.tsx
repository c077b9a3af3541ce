import { useEffect, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Switch from '@material-ui/core/Switch';
import { useCursors } from '../../hooks/useCursors';
import { useRuns } from '../../hooks/useProvisioning';
import { useUrlState } from '../../hooks/useUrlState';
import { monitoringRunsTranslationRef } from '../../translation';
import { CursorPager } from '../CursorPager';
import { EmptyState } from '../EmptyState';
import { LoadFailed } from '../LoadFailed';
import { DrawerSkeleton } from '../ProvisioningDrawer/DrawerSkeleton';
import { SectionCard } from '../SectionCard';
import { RunsTable } from './RunsTable';

const PAGE = 20;

/** The runs, newest first: those that did something, or all of them. */
export function RunsCard(props: { lastRunId?: string }) {
  const { lastRunId } = props;
  const { t } = useTranslationRef(monitoringRunsTranslationRef);
  const { params, change } = useUrlState();
  const isEventful = params.get('runs') !== 'all';
  const [total, setTotal] = useState(0);
  const cursors = useCursors(isEventful ? 'eventful' : 'all');
  const { value, error, refresh } = useRuns({
    eventful: isEventful || undefined,
    limit: PAGE,
    cursor: cursors.cursor,
  });
  // A run that has just ended is shown at once.
  useEffect(() => {
    refresh();
  }, [refresh, lastRunId]);
  useEffect(() => {
    if (value) {
      setTotal(value.totalItems);
    }
  }, [value]);

  const content = () => {
    if (!value) {
      return error ? (
        <LoadFailed
          error={error}
          what={t('runs.list.what')}
          onRetry={refresh}
        />
      ) : (
        <DrawerSkeleton label={t('runs.list.loading')} />
      );
    }
    return value.items.length === 0 ? (
      <EmptyState
        state="pending"
        title={isEventful ? t('runs.list.empty') : t('runs.list.emptyAll')}
        text={
          isEventful ? t('runs.list.emptyText') : t('runs.list.emptyAllText')
        }
      />
    ) : (
      <RunsTable runs={value.items} />
    );
  };
  return (
    <SectionCard
      title={t('runs.list.title')}
      flush
      action={
        <FormControlLabel
          control={
            <Switch
              size="small"
              color="primary"
              checked={isEventful}
              onChange={(_, checked) =>
                change({ runs: checked ? undefined : 'all' })
              }
            />
          }
          label={t('runs.list.eventful')}
        />
      }
      footer={
        total > PAGE && (
          <CursorPager
            pageSize={PAGE}
            total={total}
            shown={value?.items.length ?? 0}
            cursors={cursors}
            nextCursor={value?.nextCursor}
          />
        )
      }
    >
      {content()}
    </SectionCard>
  );
}
