import { useMemo, useRef } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  ActiveAlert,
  DashboardModel,
  dashboardPanels,
  DashboardSection,
  interpolateVariables,
  PanelModel,
  VariableValues,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringTimeRange } from '../../../api';
import { safeUrl } from '../../../links';
import { monitoringTranslationRef } from '../../../translation';
import { PanelFrame } from '../PanelFrame';
import { useElementSize } from '../useElementSize';
import { DashboardRow } from './DashboardRow';
import { grafanaLink } from './grafanaLinks';
import { PanelGrid } from './PanelGrid';
import { useNearViewport } from './useNearViewport';
import { QueryPanels, usePanelQueries } from './usePanelQueries';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    minWidth: 0,
  },
}));

const NO_ALERTS: ActiveAlert[] = [];

/** Props of {@link DashboardView}. */
export interface DashboardViewProps {
  /** Under which the panels are queried. */
  uid: string;
  dashboard: DashboardModel;
  variables: VariableValues;
  /** A new object queries all panels again. */
  timeRange: MonitoringTimeRange;
  queryPanels: QueryPanels;
  /** Called with the range that was marked on a chart. */
  onZoom: (range: MonitoringTimeRange) => void;
  /** The dashboard in Grafana; absent when there is none. */
  grafanaUrl?: string;
  /** Marked in the panels that they are about. */
  alerts?: ActiveAlert[];
}

/** A dashboard, drawn from its JSON. */
export function DashboardView(props: DashboardViewProps) {
  const { uid, dashboard, variables, timeRange, alerts = NO_ALERTS } = props;
  const { t } = useTranslationRef(monitoringTranslationRef);
  const classes = useStyles();
  const rootRef = useRef<HTMLDivElement>(null);
  const size = useElementSize(rootRef);
  const { near, watch } = useNearViewport<string>();
  const grafanaUrl = safeUrl(props.grafanaUrl);

  const panels = useMemo(() => dashboardPanels(dashboard), [dashboard]);
  const nearPanels = useMemo(
    () => panels.filter(({ key }) => near.has(key)),
    [panels, near],
  );
  const { dataOf, retry } = usePanelQueries({
    dashboard: uid,
    panels: nearPanels,
    variables,
    range: timeRange,
    queryPanels: props.queryPanels,
    width: size?.width,
    noAnswer: t('dashboards.panel.noAnswer'),
  });
  const alertsOf = useMemo(() => alertsByPanel(uid, alerts), [uid, alerts]);
  const write = (text: string) =>
    interpolateVariables(text, {
      variables,
      definitions: dashboard.variables,
      defaultFormat: 'text',
    });

  const frame = (panel: PanelModel, headingLevel: 3 | 4) => (
    <PanelFrame
      panel={panel}
      title={
        write(panel.title) ||
        t('dashboards.panel.untitled', { id: String(panel.id) })
      }
      data={dataOf(panel.key)}
      variables={variables}
      headingLevel={headingLevel}
      alerts={alertsOf.get(panel.id) ?? NO_ALERTS}
      grafanaUrl={
        grafanaUrl &&
        grafanaLink(grafanaUrl, {
          ...timeRange,
          variables,
          panelId: panel.id,
        })
      }
      onRetry={() => retry(panel)}
      onZoom={props.onZoom}
    />
  );
  const grid = (section: DashboardSection) =>
    section.panels.length > 0 && (
      <PanelGrid panels={section.panels} watch={watch}>
        {panel => frame(panel, section.title === undefined ? 3 : 4)}
      </PanelGrid>
    );

  return (
    <div ref={rootRef} className={classes.root}>
      {panels.length === 0 && (
        <Typography variant="body2">
          {t('dashboards.emptyDashboard')}
        </Typography>
      )}
      {dashboard.sections.map(section =>
        section.title === undefined ? (
          <div key={section.id}>{grid(section)}</div>
        ) : (
          <DashboardRow
            key={section.id}
            title={write(section.title)}
            panelCount={section.panels.length}
            initiallyCollapsed={section.collapsed}
          >
            {grid(section)}
          </DashboardRow>
        ),
      )}
    </div>
  );
}

function alertsByPanel(
  uid: string,
  alerts: ActiveAlert[],
): Map<number, ActiveAlert[]> {
  const found = new Map<number, ActiveAlert[]>();
  for (const alert of alerts) {
    const panelId = alert.dashboard?.panelId;
    if (alert.dashboard?.uid === uid && panelId !== undefined) {
      found.set(panelId, [...(found.get(panelId) ?? []), alert]);
    }
  }
  return found;
}
