import { useId } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import { monitoringTranslationRef } from '../../../translation';
import { CopyButton } from './CopyButton';

const useStyles = makeStyles(theme => ({
  text: {
    margin: 0,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: 'monospace',
    fontSize: theme.typography.body2.fontSize,
  },
}));

/** Props of {@link CellInspector}. */
export interface CellInspectorProps {
  title: string;
  text: string;
  onClose: () => void;
}

/** The whole value of a cell. */
export function CellInspector(props: CellInspectorProps) {
  const { title, text, onClose } = props;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const titleId = useId();
  return (
    <Dialog
      open
      onClose={onClose}
      maxWidth="sm"
      fullWidth
      aria-labelledby={titleId}
    >
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent>
        <pre className={classes.text}>{text}</pre>
      </DialogContent>
      <DialogActions>
        <CopyButton text={() => text} />
        <Button onClick={onClose} color="primary">
          {t('common.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
