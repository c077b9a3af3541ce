import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import PauseCircleOutlineIcon from '@material-ui/icons/PauseCircleOutline';
import { ProvisioningPause } from '@sightline/backstage-plugin-monitoring-common';
import { monitoringApiRef } from '../../api';
import { formatTime } from '../../format';
import { useAction } from '../../hooks/useAction';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { monitoringProvisioningTranslationRef } from '../../translation';
import { ActionError } from '../ActionError';
import { Banner } from '../Banner';
import { refName } from '../ServiceLink';

/** Props of {@link PausedBanner}. */
export interface PausedBannerProps {
  pause: ProvisioningPause;
  /** Only this entity is paused; absent means everything is. */
  entityRef?: string;
  mayResume: boolean;
  onDone: () => void;
}

/** Who paused provisioning, since when and why, and the way back. */
export function PausedBanner(props: PausedBannerProps) {
  const { pause, entityRef, mayResume, onDone } = props;
  const { t } = useTranslationRef(monitoringProvisioningTranslationRef);
  const api = useApi(monitoringApiRef);
  const format = useTimeFormat();
  const resume = useAction(async () => {
    await api.resumeProvisioning(entityRef);
    onDone();
  });
  const who = {
    by: refName(pause.by),
    time: formatTime(pause.at, format),
  };

  return (
    <>
      <Banner
        Icon={PauseCircleOutlineIcon}
        tone="warning"
        action={
          mayResume && (
            <Button
              variant="outlined"
              size="small"
              disabled={resume.isBusy}
              onClick={() => resume.run()}
            >
              {t('provisioning.resume')}
            </Button>
          )
        }
      >
        {entityRef
          ? t('provisioning.pausedEntity', who)
          : t('provisioning.pausedAll', who)}
        {pause.reason && (
          <div>{t('provisioning.pausedReason', { reason: pause.reason })}</div>
        )}
      </Banner>
      <ActionError
        message={
          resume.error &&
          t('provisioning.resumeFailed', { reason: resume.error.message })
        }
      />
    </>
  );
}
