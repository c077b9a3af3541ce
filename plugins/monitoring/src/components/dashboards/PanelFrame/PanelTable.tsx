import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { useId } from 'react';
import { monitoringTranslationRef } from '../../../translation';
import { DataTable, DataTableProps } from './DataTable';

/** Props of {@link PanelTable}. */
export interface PanelTableProps extends DataTableProps {
  open: boolean;
  onClose: () => void;
}

/** The data of a panel that is too small to hold its table. */
export function PanelTable(props: PanelTableProps) {
  const { t } = useTranslationRef(monitoringTranslationRef);
  const titleId = useId();
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      maxWidth="sm"
      fullWidth
      aria-labelledby={titleId}
    >
      <DialogTitle id={titleId}>{props.title}</DialogTitle>
      <DialogContent>
        <DataTable {...props} />
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onClose} color="primary">
          {t('common.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
