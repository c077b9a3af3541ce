import { useCallback, useContext, useMemo } from 'react';
import { Link } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  ActiveAlert,
  EntityDashboardResponse,
  parseDashboard,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringApiRef } from '../../../api';
import { useTimeRange } from '../../../hooks/useTimeRange';
import { useUrlState } from '../../../hooks/useUrlState';
import { safeUrl } from '../../../links';
import { monitoringTranslationRef } from '../../../translation';
import { EnvironmentContext } from '../../EnvironmentSelect';
import { TimeBar } from '../../TimeBar';
import { DashboardView, grafanaLink, QueryPanels } from '../DashboardView';
import { variableChange, variableValues } from './variableValues';
import { useVariableChoices } from './useVariableChoices';
import { VariableBar } from './VariableBar';

const useStyles = makeStyles(theme => ({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    padding: theme.spacing(1.5, 2.5),
  },
  right: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    marginLeft: 'auto',
  },
  notice: {
    padding: theme.spacing(0, 2.5, 1.5),
    color: theme.palette.textSubtle,
  },
  panels: {
    padding: theme.spacing(0, 1, 1),
  },
}));

/** Props of {@link LoadedDashboard}. */
export interface LoadedDashboardProps {
  entityRef: string;
  answer: EntityDashboardResponse;
  alerts?: ActiveAlert[];
}

/** A dashboard with its variables and its time. */
export function LoadedDashboard(props: LoadedDashboardProps) {
  const { entityRef, answer } = props;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const api = useApi(monitoringApiRef);
  const environment = useContext(EnvironmentContext);
  const { params, change } = useUrlState();

  const dashboard = useMemo(
    () => parseDashboard(answer.dashboard),
    [answer.dashboard],
  );
  const timeRange = useTimeRange({
    ...dashboard.time,
    refresh: dashboard.refresh,
  });
  const variables = useMemo(
    () => variableValues(dashboard.variables, answer.variables, params),
    [dashboard, answer.variables, params],
  );
  const definitions = useVariableChoices(entityRef, answer.uid, {
    definitions: dashboard.variables,
    preset: answer.variables,
    values: variables,
    timeRange,
  });
  const queryPanels: QueryPanels = useCallback(
    (request, options) =>
      api.queryPanels(entityRef, request, { ...options, environment }),
    [api, entityRef, environment],
  );
  const grafanaUrl = safeUrl(answer.url);

  return (
    <>
      <div className={classes.bar}>
        <VariableBar
          definitions={definitions}
          values={variables}
          preset={answer.variables}
          onChange={(name, value) => change(variableChange(name, value))}
        />
        <div className={classes.right}>
          <TimeBar timeRange={timeRange} />
          {grafanaUrl && (
            <Link
              to={grafanaLink(grafanaUrl, {
                from: timeRange.from,
                to: timeRange.to,
                variables,
              })}
            >
              {t('dashboards.openInGrafana')}
            </Link>
          )}
        </div>
      </div>
      {answer.notice && (
        <Typography className={classes.notice} variant="body2">
          {answer.notice}
        </Typography>
      )}
      <div className={classes.panels}>
        <DashboardView
          uid={answer.uid}
          dashboard={dashboard}
          variables={variables}
          timeRange={timeRange.range}
          queryPanels={queryPanels}
          onZoom={timeRange.setAbsolute}
          grafanaUrl={grafanaUrl}
          alerts={props.alerts}
        />
      </div>
    </>
  );
}
