import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import StopIcon from '@material-ui/icons/Stop';
import { ProvisioningRun } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringApiRef } from '../../api';
import { formatDuration, formatTime } from '../../format';
import { useAction } from '../../hooks/useAction';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import {
  monitoringRunsTranslationRef,
  monitoringTranslationRef,
} from '../../translation';
import { ActionError } from '../ActionError';
import { RUN_LABELS, RunPhases, runState } from '../provisioning';
import { StateHeader } from '../StateHeader';
import { RunFacts } from './RunFacts';
import { RunSentence } from './RunSentence';

/** Props of {@link RunHeader}. */
export interface RunHeaderProps {
  run: ProvisioningRun;
  mayManage: boolean;
  onChanged: () => void;
}

/** How a run stands, how far each of its parts is, and the way to stop it. */
export function RunHeader(props: RunHeaderProps) {
  const { run, mayManage, onChanged } = props;
  const { t } = useTranslationRef(monitoringRunsTranslationRef);
  const { t: tShared } = useTranslationRef(monitoringTranslationRef);
  const format = useTimeFormat();
  const api = useApi(monitoringApiRef);
  const stop = useAction(async () => {
    await api.stopProvisioningRun(run.id);
    onChanged();
  });
  const state = runState(run);
  const since = state === 'waiting' ? run.brake?.since : undefined;

  return (
    <StateHeader
      label={t('runs.runTitle')}
      state={RUN_LABELS[state]}
      title={t(`runs.state.${state}`)}
      since={
        since &&
        tShared('common.since', {
          time: formatTime(since, format),
          age: formatDuration((format.now - Date.parse(since)) / 1000),
        })
      }
      text={<RunSentence run={run} state={state} />}
      facts={<RunFacts run={run} />}
      actions={
        state === 'running' &&
        mayManage && (
          <>
            <Button
              variant="outlined"
              startIcon={<StopIcon />}
              disabled={stop.isBusy}
              onClick={() => stop.run()}
            >
              {t('runs.stop')}
            </Button>
            <ActionError
              message={
                stop.error &&
                t('runs.stopFailed', { reason: stop.error.message })
              }
            />
          </>
        )
      }
    >
      {run.phases.length > 0 ? <RunPhases run={run} /> : undefined}
    </StateHeader>
  );
}
