import { useCallback, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { ProvisioningOverviewResponse } from '@sightline/backstage-plugin-monitoring-common';
import { formatNumber } from '../../format';
import { useSharedObjects } from '../../hooks/useProvisioning';
import { monitoringRunsTranslationRef } from '../../translation';
import { EmptyState } from '../EmptyState';
import { DrawerSkeleton } from '../ProvisioningDrawer/DrawerSkeleton';
import { FollowedRun } from '../ProvisioningDrawer/FollowedRun';
import { ObjectRow } from '../ProvisioningDrawer/ObjectRow';
import { RunsLoadFailed } from '../provisioning';
import { RowList } from '../RowList';
import { SectionCard } from '../SectionCard';
import { sortShared } from './sortShared';

/** A portal has a folder per team; the first ones are those that matter. */
const FEW = 5;

/** Props of {@link SharedObjectsCard}. */
export interface SharedObjectsCardProps {
  overview: ProvisioningOverviewResponse;
  onChanged: () => void;
}

/** What belongs to no single service, and what a person can decide about it. */
export function SharedObjectsCard(props: SharedObjectsCardProps) {
  const { overview, onChanged } = props;
  const { t } = useTranslationRef(monitoringRunsTranslationRef);
  const [runId, setRunId] = useState<string>();
  const [showsAll, setShowsAll] = useState(false);
  const { value, error, refresh } = useSharedObjects();
  const changed = useCallback(() => {
    refresh();
    onChanged();
  }, [refresh, onChanged]);
  const follow = (id: string) => {
    setRunId(id);
    changed();
  };
  const title = t('runs.sharedObjects.title');
  const objects = sortShared(value?.items ?? []);

  const content = () => {
    if (!value) {
      return error ? (
        <RunsLoadFailed
          error={error}
          what={t('runs.sharedObjects.what')}
          onRetry={refresh}
        />
      ) : (
        <DrawerSkeleton label={t('runs.sharedObjects.loading')} />
      );
    }
    if (objects.length === 0) {
      return (
        <EmptyState
          state="pending"
          title={t('runs.sharedObjects.empty')}
          text={t('runs.sharedObjects.emptyText')}
        />
      );
    }
    return (
      <RowList label={title}>
        {objects.slice(0, showsAll ? undefined : FEW).map(object => (
          <ObjectRow
            // Opens and closes with the state it is about.
            key={`${object.key} ${object.state}`}
            object={object}
            place={
              overview.targets.find(({ id }) => id === object.target)?.title ??
              object.target
            }
            level={3}
            provisioning={{
              onDrift: overview.onDrift,
              mayProvision: value.mayManage,
              ...(overview.paused
                ? { paused: { ...overview.paused, scope: 'all' } }
                : {}),
            }}
            onStarted={follow}
            onOutdated={changed}
          />
        ))}
      </RowList>
    );
  };
  return (
    <SectionCard
      title={title}
      subtitle={t('runs.sharedObjects.subtitle')}
      flush
      footer={
        objects.length > FEW && (
          <Button
            size="small"
            color="primary"
            aria-expanded={showsAll}
            onClick={() => setShowsAll(shows => !shows)}
          >
            {showsAll
              ? t('runs.sharedObjects.showFewer')
              : t('runs.sharedObjects.showAll', {
                  number: formatNumber(objects.length),
                })}
          </Button>
        )
      }
    >
      {runId && (
        <FollowedRun
          key={runId}
          id={runId}
          known={overview.running}
          onEnded={changed}
          onDismiss={() => setRunId(undefined)}
        />
      )}
      {content()}
    </SectionCard>
  );
}
