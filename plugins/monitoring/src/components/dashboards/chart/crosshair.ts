import type uPlot from 'uplot';
import { DashboardModel } from '@sightline/backstage-plugin-monitoring-common';
import { oncePerFrame } from './oncePerFrame';

/** Charts with the same key share their crosshair. */
export const CURSOR_KEY = 'monitoring-dashboards';

/** How far from a series the pointer is on it, in pixels; Grafana's. */
const FOCUS_DISTANCE = 30;
/** How far a value may be from a pointer that is on a gap, in pixels; Grafana's. */
const GAP_DISTANCE = 15;

/** What {@link crosshair} needs. */
export interface CrosshairInput {
  cursorSync: DashboardModel['cursorSync'];
  /** For CSS; `index` is the position of the series, from 0. */
  pointColor: (index: number, valueIndex: number | null) => string;
  /** Twice as much time, with the same middle. */
  onZoomOut: () => void;
}

/** uPlot's options of a cursor that time is marked with, and that other charts may follow. */
export function crosshair(input: CrosshairInput): uPlot.Cursor {
  const color = (u: uPlot, series: number) =>
    input.pointColor(series - 1, u.cursor.idxs?.[series] ?? null);
  return {
    y: false,
    ...(input.cursorSync !== 'off' && {
      sync: { key: CURSOR_KEY, setSeries: false },
    }),
    drag: { x: true, y: false, setScale: false, dist: 8 },
    focus: { prox: FOCUS_DISTANCE },
    hover: {
      prox: (u, series, hovered) =>
        u.data[series]?.[hovered] === null ? GAP_DISTANCE : null,
      skip: [null],
    },
    // A point for every series of every chart would not follow the pointer smoothly.
    points: { size: 8, width: 2, one: true, fill: color, stroke: color },
    bind: {
      ...oncePerFrame(),
      dblclick: () => () => {
        input.onZoomOut();
        return null;
      },
    },
  };
}
