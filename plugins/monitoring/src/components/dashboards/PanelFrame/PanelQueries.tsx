import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  formattedText,
  formatGrafanaInterval,
  formatValue,
  PanelQueryResult,
} from '@sightline/backstage-plugin-monitoring-common';
import { useId } from 'react';
import { monitoringTranslationRef } from '../../../translation';

const useStyles = makeStyles(theme => ({
  query: {
    margin: theme.spacing(0.5, 0, 2),
    padding: theme.spacing(1.5),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    fontSize: theme.typography.body2.fontSize,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
}));

/** Props of {@link PanelQueries}. */
export interface PanelQueriesProps {
  title: string;
  result?: PanelQueryResult;
  open: boolean;
  onClose: () => void;
}

/** The queries of a panel, as Prometheus was asked. */
export function PanelQueries(props: PanelQueriesProps) {
  const { title, result } = props;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const titleId = useId();
  const frames = result?.frames ?? [];

  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      maxWidth="md"
      fullWidth
      aria-labelledby={titleId}
    >
      <DialogTitle id={titleId}>
        {t('dashboards.panel.queriesOf', { title })}
      </DialogTitle>
      <DialogContent>
        {frames.length === 0 && (
          <Typography>{t('dashboards.panel.noQueries')}</Typography>
        )}
        {frames.map(({ refId, expression }, index) => (
          <div key={`${refId}/${index}`}>
            <Typography variant="subtitle2">{refId}</Typography>
            <pre className={classes.query}>{expression}</pre>
          </div>
        ))}
        {result?.step !== undefined && (
          <Typography variant="caption">
            {t('dashboards.panel.step', {
              step: formatGrafanaInterval(result.step * 1000),
              duration: formattedText(
                formatValue(result.durationMs ?? 0, 'ms', 0),
              ),
            })}
          </Typography>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onClose} color="primary">
          {t('dashboards.panel.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
