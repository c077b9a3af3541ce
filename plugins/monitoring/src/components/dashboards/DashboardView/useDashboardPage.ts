import { useCallback, useContext, useMemo } from 'react';
import {
  ActiveAlert,
  DashboardMark,
  dashboardPanels,
  expandRepeats,
  PanelModel,
  VariableValues,
} from '@sightline/backstage-plugin-monitoring-common';
import { ClockContext } from '../../../hooks/Clock';
import { MonitoringTimeRange } from '../../../api';
import { UrlChanges, useUrlState } from '../../../hooks/useUrlState';
import { safeUrl } from '../../../links';
import { SharedByPanels } from './DashboardPanel';
import { DashboardViewProps } from './DashboardViewProps';
import { findPanel } from './findPanel';
import { variablesQuery } from './fillLink';
import { PageTime } from './panelTime';
import { timeOfPanels } from './timeOfPanels';
import { useLatest } from './useLatest';
import { useLinkCopy } from './useLinkCopy';
import { useSame } from '../useSame';

/** Name in the address of the panel that is shown alone, as in Grafana. */
export const VIEW_PARAM = 'viewPanel';

const NO_MARKS: DashboardMark[] = [];

/** The dashboard with repeats written out, and what its panels share. */
export function useDashboardPage(props: DashboardViewProps) {
  const { uid, timeRange, alerts, marks = NO_MARKS } = props;
  const clock = useContext(ClockContext);
  const { params, change } = useUrlState();
  const { copy, notice } = useLinkCopy();
  const variables = useSame(props.variables);
  const definitions = useSame(props.definitions ?? props.dashboard.variables);
  const chosenTime = useSame(
    props.chosenTime ?? {
      from: String(timeRange.from),
      to: String(timeRange.to),
    },
  );
  const time = useMemo<PageTime>(
    () => ({
      range: timeRange,
      isRelative: chosenTime.from.includes('now'),
      now: chosenTime.to === 'now' ? timeRange.to : clock.now(),
    }),
    [timeRange, chosenTime, clock],
  );
  // Where the range lies makes no copies; how long it is may hide some.
  const length = timeRange.to - timeRange.from;
  const dashboard = useMemo(
    () =>
      expandRepeats(props.dashboard, {
        variables,
        definitions,
        range: { from: 0, to: length },
      }),
    [props.dashboard, variables, definitions, length],
  );
  const timeOf = useMemo(
    () => timeOfPanels(dashboard, time, { variables, definitions }),
    [dashboard, time, variables, definitions],
  );
  const rangeOf = useCallback(
    (panel: PanelModel) => timeOf(panel).range,
    [timeOf],
  );
  const viewedKey = params.get(VIEW_PARAM) ?? undefined;
  const viewed = useMemo(() => {
    const found = viewedKey && findPanel(dashboardPanels(dashboard), viewedKey);
    return found ? asViewed(found) : undefined;
  }, [dashboard, viewedKey]);

  const onView = useLatest((panel: PanelModel | undefined) =>
    change({ [VIEW_PARAM]: panel?.key }),
  );
  const onCopyLink = useLatest((panel: PanelModel) =>
    copy({
      ...addressOf(uid, timeRange, variables),
      [VIEW_PARAM]: panel.key,
    }),
  );
  const onZoom = useLatest(props.onZoom);
  const { cursorSync } = dashboard;
  const shared = useMemo<Omit<SharedByPanels, 'answers' | 'onRetry'>>(
    () => ({
      variables,
      definitions,
      timeOf,
      pageRange: timeRange,
      chosenTime,
      cursorSync,
      alerts: alertsByPanel(uid, alerts ?? []),
      marks,
      grafanaUrl: safeUrl(props.grafanaUrl),
      onView,
      onCopyLink,
      onZoom,
    }),
    [
      variables,
      definitions,
      timeOf,
      timeRange,
      chosenTime,
      cursorSync,
      uid,
      alerts,
      marks,
      props.grafanaUrl,
      onView,
      onCopyLink,
      onZoom,
    ],
  );
  return {
    dashboard,
    variables,
    definitions,
    rangeOf,
    viewedKey,
    viewed,
    shared,
    notice,
  };
}

/** Alone, a panel is as wide as the page. */
function asViewed(panel: PanelModel): PanelModel {
  return { ...panel, gridPos: { x: 0, y: 0, w: 24, h: 20 } };
}

/** What an address says so that another person sees the same: dashboard, time and values. */
export function addressOf(
  uid: string,
  { from, to }: MonitoringTimeRange,
  variables: VariableValues,
): UrlChanges {
  const query = new URLSearchParams(variablesQuery(variables));
  return {
    dashboard: uid,
    from: String(from),
    to: String(to),
    ...Object.fromEntries(
      [...query.keys()].map(name => [name, query.getAll(name)]),
    ),
  };
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
