import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  monitoringProvisioningManagePermission,
  ProvisioningRun,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringRunsTranslationRef } from '../../translation';
import { BrakeCard, FailuresCard } from '../RunSummary';
import { RunHeader } from './RunHeader';
import { StepsCard } from './StepsCard';

/** Props of {@link RunContent}. */
export interface RunContentProps {
  run: ProvisioningRun;
  onChanged: () => void;
}

/** The answer, then what waits for a person, then what failed, then each step. */
export function RunContent(props: RunContentProps) {
  const { run, onChanged } = props;
  const { t } = useTranslationRef(monitoringRunsTranslationRef);
  const { allowed: mayManage } = usePermission({
    permission: monitoringProvisioningManagePermission,
  });
  return (
    <>
      <RunHeader run={run} mayManage={mayManage} onChanged={onChanged} />
      {run.brake && (
        <BrakeCard
          key={run.brake.digest}
          brake={run.brake}
          mayManage={mayManage}
          onAnswered={onChanged}
        />
      )}
      <FailuresCard title={t('runs.failures.titleOfRun')} errors={run.errors} />
      <StepsCard run={run} />
    </>
  );
}
