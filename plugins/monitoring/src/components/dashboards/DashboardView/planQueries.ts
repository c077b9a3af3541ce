import {
  PanelModel,
  PanelQueryRequest,
  VariableValues,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringTimeRange } from '../../../api';
import { zoneOffset } from '../../../format';
import { isQueried } from '../types';

/** The API takes no more in one request. */
const MOST_PANELS = 50;
const FEWEST_POINTS = 50;
const MOST_POINTS = 5_000;
const USUAL_POINTS = 500;

/** Grafana's grid: the space between panels, and that around the content of one, in pixels. */
const GAP = 8;
const PADDING = 18;

/** What {@link planQueries} needs to know of the page. */
export interface QueryPlanInput {
  dashboard: string;
  panels: PanelModel[];
  variables: VariableValues;
  /** What a panel shows. */
  timeOf: (panel: PanelModel) => MonitoringTimeRange;
  /** IANA name; absent means the browser's. */
  timeZone?: string;
  /** Width of the dashboard in pixels; absent while it is not known. */
  width?: number;
}

/**
 * Puts panels that can be asked together into one request: those of the same width and time.
 */
export function planQueries(input: QueryPlanInput): PanelQueryRequest[] {
  const groups = new Map<string, PanelQueryRequest>();
  for (const panel of input.panels.filter(isQueried)) {
    const range = input.timeOf(panel);
    const maxDataPoints = pointsOf(panel, input.width);
    const key = `${maxDataPoints}/${range.from}/${range.to}`;
    const group = groups.get(key);
    if (group) {
      group.panels.push(requestOf(panel));
    } else {
      groups.set(key, {
        dashboard: input.dashboard,
        panels: [requestOf(panel)],
        variables: input.variables,
        range,
        maxDataPoints,
        utcOffsetSeconds: zoneOffset(range.to, input.timeZone) / 1_000,
      });
    }
  }
  return [...groups.values()].flatMap(split);
}

/** A copy that a repeat made is asked for with what the repeat sets. */
export function requestOf(
  panel: PanelModel,
): PanelQueryRequest['panels'][number] {
  const { id, key, scopedVariables } = panel;
  return scopedVariables
    ? {
        id,
        key,
        variables: Object.fromEntries(
          Object.entries(scopedVariables).map(([name, { value }]) => [
            name,
            value,
          ]),
        ),
      }
    : id;
}

/** One point for each pixel, as in Grafana. */
function pointsOf(panel: PanelModel, width: number | undefined): number {
  const points = panel.maxDataPoints ?? contentWidth(panel, width);
  return Math.min(MOST_POINTS, Math.max(FEWEST_POINTS, points));
}

function contentWidth(panel: PanelModel, width: number | undefined): number {
  return width
    ? Math.round(((width + GAP) * panel.gridPos.w) / 24 - GAP - PADDING)
    : USUAL_POINTS;
}

function split(request: PanelQueryRequest): PanelQueryRequest[] {
  const parts: PanelQueryRequest[] = [];
  for (let at = 0; at < request.panels.length; at += MOST_PANELS) {
    parts.push({
      ...request,
      panels: request.panels.slice(at, at + MOST_PANELS),
    });
  }
  return parts;
}
