import { useContext, useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import CheckCircleOutlineIcon from '@material-ui/icons/CheckCircleOutline';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  interpolateVariables,
  readAlertListOptions,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { DashboardContext } from '../DashboardContext';
import { PanelNotice, isCompact } from '../PanelNotice';
import { PanelProps } from '../types';
import { AlertItem } from './AlertItem';
import { alertGroups } from './alertGroups';

const useStyles = makeStyles(theme => ({
  root: {
    flex: 1,
    width: '100%',
    height: '100%',
    overflow: 'auto',
  },
  list: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  group: {
    margin: theme.spacing(1, 0, 0.5),
  },
  count: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    height: '100%',
    fontSize: 48,
    fontWeight: 500,
  },
  note: {
    display: 'block',
    color: theme.palette.text.secondary,
  },
}));

/** What is pending or fires on the entity, as far as the author wants to see it. */
export function AlertListPanel(props: PanelProps) {
  const { panel, title, variables } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const surroundings = useContext(DashboardContext);
  const options = useMemo(() => {
    const read = readAlertListOptions(panel.options);
    const fill = (text: string) =>
      interpolateVariables(text, {
        variables,
        scoped: panel.scopedVariables,
        defaultFormat: 'text',
      });
    return { ...read, name: fill(read.name), labels: fill(read.labels) };
  }, [panel, variables]);
  const alerts = surroundings?.alerts ?? props.alerts;
  const { groups, total, fault } = useMemo(
    () => alertGroups(alerts, options, surroundings?.uid),
    [alerts, options, surroundings?.uid],
  );
  const shown = groups.reduce((sum, group) => sum + group.alerts.length, 0);

  if (options.viewMode === 'stat') {
    return (
      <div
        className={classes.count}
        role="img"
        aria-label={t('dashboards.figures.alertCount', { title, count: total })}
      >
        {total}
      </div>
    );
  }
  if (total === 0 && !fault) {
    return (
      <PanelNotice
        Icon={CheckCircleOutlineIcon}
        compact={isCompact(panel.gridPos)}
        title={t('dashboards.figures.noAlerts')}
        text={t('dashboards.figures.noAlertsHelp')}
      />
    );
  }
  return (
    <div className={classes.root}>
      {fault && (
        <Typography variant="caption" className={classes.note} role="note">
          {t('dashboards.figures.alertFilterFault', { fault })}
        </Typography>
      )}
      {groups.map(({ name, alerts: members }) => (
        <div key={name}>
          {name && (
            <Typography
              variant="subtitle2"
              component="p"
              className={classes.group}
            >
              {name}
            </Typography>
          )}
          <ul
            className={classes.list}
            aria-label={name ? `${title}: ${name}` : title}
          >
            {members.map(alert => (
              <AlertItem key={alert.id} alert={alert} />
            ))}
          </ul>
        </div>
      ))}
      {total > shown && (
        <Typography variant="caption" className={classes.note}>
          {t('dashboards.chart.tooMany', { others: String(total - shown) })}
        </Typography>
      )}
    </div>
  );
}
