import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import PlayArrowIcon from '@material-ui/icons/PlayArrow';
import StopIcon from '@material-ui/icons/Stop';
import { ProvisioningOverviewResponse } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringApiRef } from '../../api';
import { useAction } from '../../hooks/useAction';
import { monitoringRunsTranslationRef } from '../../translation';
import { ActionError } from '../ActionError';
import { PauseButton } from '../provisioning';

/** Props of {@link OverviewActions}. */
export interface OverviewActionsProps {
  overview: ProvisioningOverviewResponse;
  onChanged: () => void;
}

/** Run now, stop, pause: what those who may manage provisioning can do. */
export function OverviewActions(props: OverviewActionsProps) {
  const { overview, onChanged } = props;
  const { running, paused } = overview;
  const { t } = useTranslationRef(monitoringRunsTranslationRef);
  const api = useApi(monitoringApiRef);
  const start = useAction(async () => {
    await api.startProvisioningRun();
    onChanged();
  });
  const stop = useAction(async (id: string) => {
    await api.stopProvisioningRun(id);
    onChanged();
  });
  const error = start.error
    ? t('runs.startFailed', { reason: start.error.message })
    : stop.error && t('runs.stopFailed', { reason: stop.error.message });

  return (
    <>
      {!paused && <PauseButton onDone={onChanged} />}
      {running ? (
        <Button
          variant="outlined"
          startIcon={<StopIcon />}
          disabled={stop.isBusy}
          onClick={() => stop.run(running.id)}
        >
          {t('runs.stop')}
        </Button>
      ) : (
        !paused && (
          <Button
            variant="contained"
            color="primary"
            startIcon={<PlayArrowIcon />}
            disabled={start.isBusy}
            onClick={() => start.run()}
          >
            {t('runs.runNow')}
          </Button>
        )
      )}
      <ActionError message={error} />
    </>
  );
}
