import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { ActiveAlert } from '@sightline/backstage-plugin-monitoring-common';
import { formatDuration, formatValue } from '../../format';
import { useMonitoringPath } from '../../hooks/useMonitoringPath';
import { useTimeFormat } from '../../hooks/useTimeFormat';
import { monitoringTranslationRef } from '../../translation';
import { StateLabel } from '../StateLabel';

const useStyles = makeStyles(theme => ({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    padding: theme.spacing(1, 0),
    borderBottom: `1px solid ${theme.palette.divider}`,
    fontSize: theme.typography.body2.fontSize,
    lineHeight: 1.43,
  },
  state: {
    flex: '0 0 104px',
  },
  name: {
    flex: '1 1 160px',
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  subtle: {
    color: theme.palette.textSubtle,
  },
  figures: {
    display: 'flex',
    flex: '0 1 auto',
    justifyContent: 'flex-end',
    gap: theme.spacing(2),
    marginLeft: 'auto',
    fontVariantNumeric: 'tabular-nums',
  },
  value: {
    fontWeight: 500,
  },
  age: {
    minWidth: 72,
    textAlign: 'right',
    color: theme.palette.textSubtle,
  },
}));

/** Props of {@link AlertSummaryRow}. */
export interface AlertSummaryRowProps {
  alert: ActiveAlert;
  /** Names the entity too, where alerts of several stand together. */
  showEntity?: boolean;
}

/** An alert on one line: severity, name, value, how long. Leads to the entity's tab. */
export function AlertSummaryRow(props: AlertSummaryRowProps) {
  const { alert, showEntity } = props;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const pathOf = useMonitoringPath();
  const format = useTimeFormat();

  return (
    <li className={classes.row}>
      <span className={classes.state}>
        <StateLabel state={alert.severity} plain />
      </span>
      <span className={classes.name}>
        {alert.entityRef ? (
          <Link to={pathOf(alert.entityRef, alert.environment)}>
            {showEntity && (
              <strong>{parseEntityRef(alert.entityRef).name} </strong>
            )}
            {alert.name}
            {alert.environment && ` · ${alert.environment}`}
          </Link>
        ) : (
          alert.name
        )}
      </span>
      <span className={classes.figures}>
        <span>
          {alert.value !== undefined && (
            <span className={classes.value}>
              {formatValue(alert.value, alert.unit)}
            </span>
          )}{' '}
          {alert.limit !== undefined && (
            <span className={classes.subtle}>
              {t('alerts.limit', {
                limit: formatValue(alert.limit, alert.unit),
              })}
            </span>
          )}
        </span>
        <span className={classes.age}>
          {formatDuration((format.now - Date.parse(alert.since)) / 1000)}
        </span>
      </span>
    </li>
  );
}
