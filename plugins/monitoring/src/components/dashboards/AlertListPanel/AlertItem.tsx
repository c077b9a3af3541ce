import { useContext } from 'react';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ActiveAlert } from '@sightline/backstage-plugin-monitoring-common';
import { formatDuration, formatTime } from '../../../format';
import { useTimeFormat } from '../../../hooks/useTimeFormat';
import { safeUrl } from '../../../links';
import {
  monitoringDashboardsTranslationRef,
  monitoringTranslationRef,
} from '../../../translation';
import { StateLabel } from '../../StateLabel';
import { DashboardContext } from '../DashboardContext';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.25, 1),
    padding: theme.spacing(0.5, 0),
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  text: {
    flex: '1 1 140px',
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  links: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 1),
  },
  subtle: {
    color: theme.palette.text.secondary,
  },
}));

/** One alert: how urgent, what, since when, and where to go. */
export function AlertItem({ alert }: { alert: ActiveAlert }) {
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const { t: tShared } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const format = useTimeFormat();
  const surroundings = useContext(DashboardContext);
  const runbook = safeUrl(alert.runbookUrl);
  const { dashboard } = alert;
  const isElsewhere =
    surroundings !== undefined &&
    dashboard !== undefined &&
    dashboard.uid !== surroundings.uid &&
    surroundings.dashboards.some(({ uid }) => uid === dashboard.uid);

  return (
    <li className={classes.root}>
      <StateLabel
        state={alert.state === 'firing' ? alert.severity : alert.state}
      />
      <div className={classes.text}>
        <Typography variant="body2">{alert.name}</Typography>
        {alert.summary && (
          <Typography
            variant="caption"
            component="p"
            className={classes.subtle}
          >
            {alert.summary}
          </Typography>
        )}
      </div>
      <Typography
        variant="caption"
        className={classes.subtle}
        title={formatTime(alert.since, format)}
      >
        {t('dashboards.figures.alertFor', {
          duration: formatDuration(
            (format.now - Date.parse(alert.since)) / 1000,
          ),
        })}
      </Typography>
      {(runbook || isElsewhere) && (
        <Typography variant="caption" component="div" className={classes.links}>
          {isElsewhere && (
            <Link to={surroundings.pathOf(dashboard.uid)}>
              {t('dashboards.figures.alertDashboard')}
            </Link>
          )}
          {runbook && (
            <Link
              to={runbook}
              aria-label={tShared('alerts.runbookOf', { alert: alert.name })}
            >
              {tShared('alerts.runbook')}
            </Link>
          )}
        </Typography>
      )}
    </li>
  );
}
