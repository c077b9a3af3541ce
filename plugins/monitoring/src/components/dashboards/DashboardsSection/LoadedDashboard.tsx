import { lazy, useCallback, useContext, useMemo, useState } from 'react';
import { Link } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import InsertChartOutlinedIcon from '@material-ui/icons/InsertChartOutlined';
import {
  ActiveAlert,
  DashboardModel,
  dashboardPanels,
  EntityDashboardResponse,
  parsePresentDashboard,
} from '@sightline/backstage-plugin-monitoring-common';
import { monitoringApiRef } from '../../../api';
import { ClockContext } from '../../../hooks/Clock';
import { useTimeRange } from '../../../hooks/useTimeRange';
import { safeUrl } from '../../../links';
import { monitoringDashboardsTranslationRef } from '../../../translation';
import { CenteredMessage } from '../../CenteredMessage';
import { EnvironmentContext } from '../../EnvironmentSelect';
import { lazily } from '../../lazily';
import { TimeBar } from '../../TimeBar';
import { useDashboardMarks } from '../DashboardMarks/useDashboardMarks';
import {
  addressOf,
  DashboardView,
  grafanaLink,
  LinkContext,
  QueryPanels,
} from '../DashboardView';
import { DashboardTools } from './DashboardTools';
import { useDashboardLinks } from './useDashboardLinks';
import { useVariables } from './useVariables';
import { VariableBar } from './VariableBar';

const MarksBar = lazily(() =>
  import('../DashboardMarks').then(module => module.MarksBar),
);
const DashboardLinks = lazily(() =>
  import('../DashboardView/DashboardLinks').then(
    module => module.DashboardLinks,
  ),
);
const FormerDashboard = lazy(() =>
  import('./FormerDashboard').then(module => ({
    default: module.FormerDashboard,
  })),
);

/** More are no dashboard that a person reads. */
const MOST_PANELS = 5_000;

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

/** A dashboard as Grafana's JSON has it. Draw it within `Suspense`: old forms take more code. */
export function LoadedDashboard(props: LoadedDashboardProps) {
  const json = props.answer.dashboard;
  const present = useMemo(() => parsePresentDashboard(json), [json]);
  return present ? (
    <DashboardPage {...props} dashboard={present} />
  ) : (
    <FormerDashboard json={json}>
      {dashboard => <DashboardPage {...props} dashboard={dashboard} />}
    </FormerDashboard>
  );
}

/** A dashboard with its variables and its time. */
function DashboardPage(
  props: LoadedDashboardProps & { dashboard: DashboardModel },
) {
  const { entityRef, answer, dashboard } = props;
  const { t } = useTranslationRef(monitoringDashboardsTranslationRef);
  const classes = useStyles();
  const api = useApi(monitoringApiRef);
  const environment = useContext(EnvironmentContext);
  const [isPrintPrepared, setPrintPrepared] = useState(false);

  const timeRange = useTimeRange({
    ...dashboard.time,
    refresh: dashboard.refresh,
    timezone: dashboard.timezone,
    settings: dashboard.timeSettings,
  });
  const { from, to, range } = timeRange;
  const chosenTime = useMemo(() => ({ from, to }), [from, to]);
  const chosen = useVariables(entityRef, answer.uid, {
    definitions: dashboard.variables,
    preset: answer.variables,
    timeRange,
  });
  const { definitions, values: variables } = chosen;
  const marks = useDashboardMarks(entityRef, answer.uid, {
    annotations: dashboard.annotations,
    variables,
    range,
  });
  const queryPanels: QueryPanels = useCallback(
    (request, options) =>
      api.queryPanels(entityRef, request, { ...options, environment }),
    [api, entityRef, environment],
  );
  const grafanaUrl = safeUrl(answer.url);
  const linkContext = useMemo<LinkContext>(
    () => ({ variables, definitions, time: chosenTime, grafanaUrl }),
    [variables, definitions, chosenTime, grafanaUrl],
  );
  const links = useDashboardLinks(entityRef, dashboard, linkContext);
  const print = useCallback(() => {
    window.print();
    setPrintPrepared(false);
  }, []);

  const hasMarks =
    marks.groups.some(({ isHidden }) => !isHidden) ||
    marks.shown.length > 0 ||
    marks.failure !== undefined;
  const panelCount = dashboardPanels(dashboard).length;
  return (
    <ClockContext.Provider value={timeRange.clock}>
      <div className={classes.bar}>
        <VariableBar
          definitions={definitions}
          values={variables}
          preset={answer.variables}
          onChange={chosen.choose}
          readFilters={chosen.readFilters}
        />
        <div className={classes.right}>
          <TimeBar timeRange={timeRange} />
          <DashboardTools
            address={addressOf(answer.uid, range, variables)}
            isPrintPrepared={isPrintPrepared}
            onPrint={() => setPrintPrepared(true)}
          />
          {grafanaUrl && (
            <Link to={grafanaLink(grafanaUrl, { from, to, variables })}>
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
      {links.length > 0 && <DashboardLinks links={links} />}
      {hasMarks && <MarksBar marks={marks} range={range} />}
      <div className={classes.panels}>
        {panelCount > MOST_PANELS ? (
          <CenteredMessage
            Icon={InsertChartOutlinedIcon}
            title={t('dashboards.view.tooLarge')}
            text={t('dashboards.view.tooLargeHelp', {
              panels: panelCount.toLocaleString('en-US'),
              most: MOST_PANELS.toLocaleString('en-US'),
            })}
          />
        ) : (
          <DashboardView
            uid={answer.uid}
            dashboard={dashboard}
            variables={variables}
            isWaiting={!chosen.isReady}
            definitions={definitions}
            timeRange={range}
            chosenTime={chosenTime}
            queryPanels={queryPanels}
            onZoom={timeRange.setAbsolute}
            grafanaUrl={grafanaUrl}
            alerts={props.alerts}
            marks={marks.shown}
            isPrintPrepared={isPrintPrepared}
            onPrintReady={print}
          />
        )}
      </div>
    </ClockContext.Provider>
  );
}
