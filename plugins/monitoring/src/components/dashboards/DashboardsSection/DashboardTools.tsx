import { useTranslationRef } from '@backstage/frontend-plugin-api';
import CircularProgress from '@material-ui/core/CircularProgress';
import IconButton from '@material-ui/core/IconButton';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import LinkIcon from '@material-ui/icons/Link';
import PrintIcon from '@material-ui/icons/Print';
import { UrlChanges } from '../../../hooks/useUrlState';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { useLinkCopy } from '../DashboardView';

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    '@media print': { display: 'none' },
  },
});

/** Props of {@link DashboardTools}. */
export interface DashboardToolsProps {
  /** What the address of a link says: time and values as they are now. */
  address: UrlChanges;
  /** Whether the panels are being read for a print. */
  isPrintPrepared: boolean;
  onPrint: () => void;
}

/** What can be done with a whole dashboard. */
export function DashboardTools(props: DashboardToolsProps) {
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const { copy, notice } = useLinkCopy();
  const copyText = t('dashboards.view.copyLink');
  const printText = props.isPrintPrepared
    ? t('dashboards.view.printing')
    : t('dashboards.view.print');

  return (
    <span className={classes.root}>
      <Tooltip title={copyText}>
        <IconButton
          size="small"
          aria-label={copyText}
          onClick={() => copy(props.address)}
        >
          <LinkIcon fontSize="small" />
        </IconButton>
      </Tooltip>
      <Tooltip title={printText}>
        <IconButton
          size="small"
          aria-label={printText}
          aria-busy={props.isPrintPrepared}
          onClick={props.onPrint}
        >
          {props.isPrintPrepared ? (
            <CircularProgress size={20} aria-hidden />
          ) : (
            <PrintIcon fontSize="small" />
          )}
        </IconButton>
      </Tooltip>
      {notice}
    </span>
  );
}
