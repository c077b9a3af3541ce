import { LinkButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import MenuBookIcon from '@material-ui/icons/MenuBook';
import { formatDuration, formatTime, formatValue } from '../../format';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { safeUrl } from '../../links';
import { monitoringTranslationRef } from '../../translation';
import { sourceName } from '../SourceHealthBanner/sourceName';
import { StateLabel } from '../StateLabel';
import { AlertDashboard, AlertDashboardProps } from './AlertDashboard';

const useStyles = makeStyles(theme => ({
  row: {
    display: 'grid',
    gridTemplateColumns: '112px minmax(0, 1fr) 96px 112px 240px',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    padding: theme.spacing(1.5, 2.5),
    borderBottom: `1px solid ${theme.palette.divider}`,
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    },
  },
  state: {
    justifySelf: 'start',
  },
  text: {
    minWidth: 0,
    overflowWrap: 'anywhere',
    [theme.breakpoints.down('sm')]: {
      gridColumn: '1 / -1',
    },
  },
  subtle: {
    color: theme.palette.textSubtle,
  },
  figures: {
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
    [theme.breakpoints.down('sm')]: {
      textAlign: 'left',
    },
  },
  figure: {
    fontWeight: 500,
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    gap: theme.spacing(0.5),
    [theme.breakpoints.down('sm')]: {
      gridColumn: '1 / -1',
      justifyContent: 'flex-start',
      marginLeft: theme.spacing(-0.5),
    },
  },
}));

/** One alert: how urgent, what, how much, since when, and what to do. */
export function AlertRow(props: AlertDashboardProps) {
  const { alert } = props;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const format = useTimeFormat();
  const runbook = safeUrl(alert.runbookUrl);
  const text = alert.summary ?? alert.description;
  const sources = alert.sources.map(sourceName).join(', ');

  return (
    <li className={classes.row}>
      <div className={classes.state}>
        <StateLabel
          state={alert.state === 'firing' ? alert.severity : alert.state}
        />
      </div>
      <div className={classes.text}>
        <Typography variant="subtitle2" component="h3">
          {alert.name}
        </Typography>
        {text && (
          <Typography className={classes.subtle} variant="body2">
            {text}
          </Typography>
        )}
        {alert.silence && (
          <Typography className={classes.subtle} variant="body2">
            {t('alerts.silencedUntil', {
              by: alert.silence.by,
              comment: alert.silence.comment,
              time: formatTime(alert.silence.until, format),
            })}
          </Typography>
        )}
        {alert.inhibited && (
          <Typography className={classes.subtle} variant="body2">
            {t('alerts.inhibited')}
          </Typography>
        )}
        <Typography
          className={classes.subtle}
          variant="caption"
          component="div"
        >
          {alert.lastKnownAt
            ? t('alerts.lastKnown', {
                sources,
                time: formatTime(alert.lastKnownAt, format),
                age: formatDuration(
                  (format.now - Date.parse(alert.lastKnownAt)) / 1000,
                ),
              })
            : t('alerts.from', { sources })}
        </Typography>
      </div>
      <div className={classes.figures}>
        {alert.value !== undefined && (
          <Typography className={classes.figure} variant="body1">
            {formatValue(alert.value, alert.unit)}
          </Typography>
        )}
        {alert.limit !== undefined && (
          <Typography
            className={classes.subtle}
            variant="caption"
            component="div"
          >
            {t('alerts.limit', {
              limit: formatValue(alert.limit, alert.unit),
            })}
          </Typography>
        )}
      </div>
      <div className={classes.figures}>
        <Typography variant="body2">
          {formatDuration((format.now - Date.parse(alert.since)) / 1000)}
        </Typography>
        <Typography
          className={classes.subtle}
          variant="caption"
          component="div"
        >
          {t('common.sinceShort', { time: formatTime(alert.since, format) })}
        </Typography>
      </div>
      <div className={classes.actions}>
        {runbook && (
          <LinkButton
            role={undefined}
            to={runbook}
            size="small"
            color="primary"
            startIcon={<MenuBookIcon />}
            aria-label={t('alerts.runbookOf', { alert: alert.name })}
          >
            {t('alerts.runbook')}
          </LinkButton>
        )}
        <AlertDashboard alert={alert} onShowDashboard={props.onShowDashboard} />
      </div>
    </li>
  );
}
