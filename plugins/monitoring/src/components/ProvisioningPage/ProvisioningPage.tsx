import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useState } from 'react';
import { SNAPSHOT_INTERVAL } from '../../hooks/usePolling';
import {
  RUN_INTERVAL,
  useProvisioningOverview,
} from '../../hooks/useProvisioning';
import { monitoringRunsTranslationRef } from '../../translation';
import { CardSkeleton } from '../CardSkeleton';
import { PausedBanner, RunsLoadFailed } from '../provisioning';
import { BrakeCard, FailuresCard } from '../RunSummary';
import { SectionCard } from '../SectionCard';
import { OverviewCard } from './OverviewCard';
import { RunsCard } from './RunsCard';
import { SharedObjectsCard } from './SharedObjectsCard';
import { TargetsCard } from './TargetsCard';

/** How provisioning stands over all services, and what its runs did. */
export function ProvisioningPage() {
  const { t } = useTranslationRef(monitoringRunsTranslationRef);
  const [isRunning, setRunning] = useState(false);
  const answer = useProvisioningOverview(
    isRunning ? RUN_INTERVAL : SNAPSHOT_INTERVAL,
  );
  const { value: overview, error, refresh } = answer;
  // A run that is under way is followed by the second; nothing else changes that fast.
  if (overview && isRunning !== (overview.running !== undefined)) {
    setRunning(overview.running !== undefined);
  }

  if (!overview) {
    return error ? (
      <SectionCard title={t('runs.pageTitle')} flush>
        <RunsLoadFailed error={error} what={t('runs.what')} onRetry={refresh} />
      </SectionCard>
    ) : (
      <CardSkeleton label={t('runs.loading')} />
    );
  }
  return (
    <>
      {overview.paused && (
        <PausedBanner
          pause={overview.paused}
          mayResume={overview.mayManage}
          onDone={refresh}
        />
      )}
      <OverviewCard overview={overview} onChanged={refresh} />
      {overview.brake && (
        <BrakeCard
          key={overview.brake.digest}
          brake={overview.brake}
          mayManage={overview.mayManage}
          onAnswered={refresh}
        />
      )}
      <FailuresCard
        title={t('runs.failures.title')}
        errors={overview.lastRun?.errors ?? []}
      />
      {overview.mayManage && (
        <SharedObjectsCard overview={overview} onChanged={refresh} />
      )}
      <TargetsCard targets={overview.targets} />
      <RunsCard lastRunId={overview.running?.id ?? overview.lastRun?.id} />
    </>
  );
}
