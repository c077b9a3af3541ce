import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import RefreshIcon from '@material-ui/icons/Refresh';
import { useAction } from '../../hooks/useAction';
import { useObjectOwner } from '../../hooks/useObjectOwner';
import { monitoringProvisioningTranslationRef } from '../../translation';
import { ActionError } from '../ActionError';

/** Props of {@link RetryButton}. */
export interface RetryButtonProps {
  /** Absent when the object belongs to none. */
  entityRef?: string;
  title: string;
  onStarted: (runId: string) => void;
}

/** Tries a failed object again now: a run of its entity does, or one over all. */
export function RetryButton(props: RetryButtonProps) {
  const { entityRef, title, onStarted } = props;
  const { t } = useTranslationRef(monitoringProvisioningTranslationRef);
  const owner = useObjectOwner(entityRef);
  const retry = useAction(async () => {
    const { id } = await owner.run();
    onStarted(id);
  });
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        startIcon={<RefreshIcon />}
        disabled={retry.isBusy}
        aria-label={t('provisioning.retryOf', { title })}
        onClick={() => retry.run()}
      >
        {t('provisioning.retry')}
      </Button>
      <ActionError
        message={
          retry.error &&
          t('provisioning.applyFailed', { reason: retry.error.message })
        }
      />
    </>
  );
}
