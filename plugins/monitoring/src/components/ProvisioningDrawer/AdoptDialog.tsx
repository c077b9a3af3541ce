import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import { ManagedObject } from '@sightline/backstage-plugin-monitoring-common';
import { formatTime } from '../../format';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import {
  monitoringProvisioningTranslationRef,
  monitoringTranslationRef,
} from '../../translation';
import { ActionError } from '../ActionError';
import { DifferencesTable } from '../provisioning';
import { refName } from '../ServiceLink';

/** Props of {@link AdoptDialog}. */
export interface AdoptDialogProps {
  object: ManagedObject;
  isBusy: boolean;
  /** Why the last try failed, for people. */
  error?: string;
  onConfirm: () => void;
  onClose: () => void;
}

/** Says what adopting replaces, before it does. */
export function AdoptDialog(props: AdoptDialogProps) {
  const { object, isBusy, error, onConfirm, onClose } = props;
  const { title, kind, theirs, differences = [] } = object;
  const { t } = useTranslationRef(monitoringProvisioningTranslationRef);
  const { t: tShared } = useTranslationRef(monitoringTranslationRef);
  const format = useTimeFormat();

  return (
    <Dialog
      open
      maxWidth="md"
      onClose={onClose}
      aria-labelledby="monitoring-adopt-title"
    >
      <DialogTitle id="monitoring-adopt-title">
        {t('provisioning.adoptTitle', { title })}
      </DialogTitle>
      <DialogContent>
        <Typography variant="body2" paragraph>
          {t('provisioning.adoptText', {
            kind: t(`provisioning.noun.${kind}`),
          })}{' '}
          {theirs?.by &&
            theirs.at &&
            t('provisioning.adoptBy', {
              by: refName(theirs.by),
              time: formatTime(theirs.at, format),
            })}
        </Typography>
        {differences.length > 0 && (
          <>
            <Typography variant="body2" gutterBottom>
              {t('provisioning.adoptDifferences', {
                count: differences.length,
              })}
            </Typography>
            <DifferencesTable title={title} differences={differences} />
          </>
        )}
        <ActionError message={error} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{tShared('common.cancel')}</Button>
        <Button color="primary" disabled={isBusy} onClick={onConfirm}>
          {t('provisioning.adoptConfirm')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
