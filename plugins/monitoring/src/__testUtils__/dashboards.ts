import {
  dashboardPanels,
  PanelModel,
  PanelQueryResult,
  parseDashboard,
} from '@sightline/backstage-plugin-monitoring-common';
import { STORY_NOW } from './story';

type Json = Record<string, unknown>;

/** The JSON of a time series panel about uploads. */
export function aPanelJson(changes: Json = {}): Json {
  return {
    id: 1,
    type: 'timeseries',
    title: 'Upload rate',
    gridPos: { x: 0, y: 0, w: 12, h: 8 },
    targets: [{ refId: 'A', expr: 'rate(uploads[5m])' }],
    fieldConfig: { defaults: { unit: 'reqps' }, overrides: [] },
    options: {
      legend: {
        displayMode: 'table',
        placement: 'bottom',
        calcs: ['mean', 'max', 'lastNotNull'],
      },
      tooltip: { mode: 'multi', sort: 'desc' },
    },
    ...changes,
  };
}

/** The JSON of a dashboard with these panels. */
export function aDashboardJson(panels: Json[], changes: Json = {}): Json {
  return {
    uid: 'sl-uploads',
    title: 'Upload Overview',
    time: { from: 'now-6h', to: 'now' },
    panels,
    ...changes,
  };
}

/** A panel as the screens have it. */
export function aPanel(changes: Json = {}): PanelModel {
  return dashboardPanels(
    parseDashboard(aDashboardJson([aPanelJson(changes)])),
  )[0];
}

/** The six hours up to the story. */
export const STORY_RANGE = {
  from: STORY_NOW - 6 * 3_600_000,
  to: STORY_NOW,
};

const TIMES = [STORY_NOW - 120_000, STORY_NOW - 60_000, STORY_NOW];

/** The answer to a panel: some series with three values each. */
export function aResult(
  series: Record<string, (number | null)[]>,
  changes: Partial<PanelQueryResult> = {},
): PanelQueryResult {
  return {
    panelId: 1,
    step: 60,
    durationMs: 41,
    frames: [
      {
        refId: 'A',
        expression: 'rate(uploads{job="ingestor"}[5m])',
        legendFormat: '{{result}}',
        times: TIMES,
        series: Object.entries(series).map(([result, values]) => ({
          labels: { result },
          values,
        })),
      },
    ],
    ...changes,
  };
}
