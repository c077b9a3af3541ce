import type {
  PanelFrame,
  PanelQueryResult,
} from '@sightline/backstage-plugin-monitoring-common';

/** What the design names: a page of 24 panels of 20 series of 1,000 points. */
export const PANELS = 24;
export const SERIES = 20;
export const POINTS = 1_000;

const STEP_SECONDS = 15;

/** Four panels in a row, as Grafana's JSON has them. */
export const DASHBOARD = {
  title: 'Load',
  // All charts follow the crosshair of the one that the pointer is on.
  graphTooltip: 1,
  time: { from: 'now-6h', to: 'now' },
  panels: Array.from({ length: PANELS }, (_, index) => ({
    id: index + 1,
    type: 'timeseries',
    title: `Panel ${index + 1}`,
    gridPos: { x: (index % 4) * 6, y: Math.floor(index / 4) * 8, w: 6, h: 8 },
    targets: [
      { refId: 'A', expr: 'up', range: true, legendFormat: '{{instance}}' },
    ],
    fieldConfig: { defaults: { unit: 'reqps' }, overrides: [] },
    options: {
      legend: { displayMode: 'list', placement: 'bottom', showLegend: true },
      tooltip: { mode: 'multi', sort: 'desc' },
    },
  })),
};

/**
 * The answer for one panel: walks of the same kind for everybody who measures.
 *
 * @param to - end of the range, in Unix milliseconds
 */
export function answerFor(id: number, to: number): PanelQueryResult {
  const end = Math.floor(to / 1_000 / STEP_SECONDS) * STEP_SECONDS;
  const times = Array.from(
    { length: POINTS },
    (_, index) => (end - (POINTS - 1 - index) * STEP_SECONDS) * 1_000,
  );
  const random = randomFrom(id * 7_919 + (end % 1_000));
  const series: PanelFrame['series'] = Array.from(
    { length: SERIES },
    (_, index) => {
      let value = 10 + index;
      return {
        labels: { instance: `host-${String(index).padStart(2, '0')}` },
        values: times.map(() => {
          value = Math.max(0, value + random() - 0.5);
          return Number(value.toFixed(4));
        }),
      };
    },
  );
  return {
    panelId: id,
    frames: [
      {
        refId: 'A',
        expression: 'up',
        legendFormat: '{{instance}}',
        format: 'time_series',
        resultType: 'matrix',
        stepSeconds: STEP_SECONDS,
        times,
        series,
      },
    ],
    step: STEP_SECONDS,
    durationMs: 10,
  };
}

/** A linear congruential generator: the same numbers in every run. */
function randomFrom(seed: number): () => number {
  let state = seed % 2_147_483_647 || 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
