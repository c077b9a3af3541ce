import { FormEvent, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import {
  monitoringProvisioningTranslationRef,
  monitoringTranslationRef,
} from '../../translation';
import { ActionError } from '../ActionError';

/** As the backend takes it. */
const LONGEST_REASON = 200;

/** Props of {@link ReasonDialog}. */
export interface ReasonDialogProps {
  title: string;
  text: string;
  confirm: string;
  isBusy: boolean;
  /** Why the last try failed, for people. */
  error?: string;
  onConfirm: (reason: string | undefined) => void;
  onClose: () => void;
}

/** Asks whether something is meant, and why. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { t } = useTranslationRef(monitoringProvisioningTranslationRef);
  const { t: tShared } = useTranslationRef(monitoringTranslationRef);
  const [reason, setReason] = useState('');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onConfirm(reason.trim() || undefined);
  };

  return (
    <Dialog
      open
      onClose={props.onClose}
      aria-labelledby="monitoring-reason-title"
    >
      <form onSubmit={submit}>
        <DialogTitle id="monitoring-reason-title">{props.title}</DialogTitle>
        <DialogContent>
          <DialogContentText color="textPrimary">
            {props.text}
          </DialogContentText>
          <TextField
            id="monitoring-reason"
            label={t('provisioning.pauseReason')}
            value={reason}
            onChange={event => setReason(event.target.value)}
            inputProps={{ maxLength: LONGEST_REASON }}
            variant="outlined"
            size="small"
            fullWidth
          />
          <ActionError message={props.error} />
        </DialogContent>
        <DialogActions>
          <Button onClick={props.onClose}>{tShared('common.cancel')}</Button>
          <Button color="primary" type="submit" disabled={props.isBusy}>
            {props.confirm}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
