import { useState } from 'react';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import PauseIcon from '@material-ui/icons/Pause';
import { monitoringApiRef } from '../../api';
import { useAction } from '../../hooks/useAction';
import {
  monitoringProvisioningTranslationRef,
  monitoringRunsTranslationRef,
} from '../../translation';
import { ReasonDialog } from './ReasonDialog';

/** Props of {@link PauseButton}. */
export interface PauseButtonProps {
  /** Only this entity; absent means everything. */
  entityRef?: string;
  entityName?: string;
  onDone: () => void;
}

/** Pauses the provisioning of one entity or of everything, and asks why. */
export function PauseButton(props: PauseButtonProps) {
  const { entityRef, entityName = '', onDone } = props;
  const { t } = useTranslationRef(monitoringProvisioningTranslationRef);
  const { t: tRuns } = useTranslationRef(monitoringRunsTranslationRef);
  const api = useApi(monitoringApiRef);
  const [isAsking, setAsking] = useState(false);
  const pause = useAction(async (reason: string | undefined) => {
    await api.pauseProvisioning({ reason }, entityRef);
    setAsking(false);
    onDone();
  });

  return (
    <>
      <Button
        variant="outlined"
        startIcon={<PauseIcon />}
        onClick={() => setAsking(true)}
      >
        {entityRef ? t('provisioning.pause') : tRuns('runs.pauseAll')}
      </Button>
      {isAsking && (
        <ReasonDialog
          title={
            entityRef
              ? t('provisioning.pauseTitle', { entity: entityName })
              : tRuns('runs.pauseAllTitle')
          }
          text={
            entityRef ? t('provisioning.pauseText') : tRuns('runs.pauseAllText')
          }
          confirm={entityRef ? t('provisioning.pause') : tRuns('runs.pauseAll')}
          isBusy={pause.isBusy}
          error={
            pause.error &&
            t('provisioning.pauseFailed', { reason: pause.error.message })
          }
          onConfirm={pause.run}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
