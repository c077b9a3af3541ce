import {
  PanelExemplarsResponse,
  PanelFrame,
  PanelQueryResult,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  aDashboardJson,
  aPanelJson,
  FakeAnswers,
  STORY_NOW,
  STORY_RANGE,
} from '../src/__testUtils__';

const STEP = 60;
const TIMES = Array.from(
  { length: (STORY_RANGE.to - STORY_RANGE.from) / STEP / 1_000 + 1 },
  (_, index) => STORY_RANGE.from + index * STEP * 1_000,
);
const SUMMARY = {
  uid: 'sl-uploads',
  title: 'Upload Overview',
  source: 'grafana' as const,
};

/** Figures as small as those of Node Exporter Full: two or three columns, two rows. */
const FIGURES = [
  { title: 'CPU Cores', unit: 'short', w: 2, value: 8 },
  { title: 'RAM Total', unit: 'bytes', w: 2, value: 33_567_027_200 },
  { title: 'SWAP Total', unit: 'bytes', w: 2, value: 1_073_741_824 },
  { title: 'RootFS Total', unit: 'bytes', w: 3, value: 105_690_030_080 },
  { title: 'Uptime', unit: 's', w: 3, value: 1_728_000 },
].map((figure, index) => ({ ...figure, id: 20 + index }));

const EXEMPLARS = 1;
const STALE = 2;
const PARTLY = 3;

function panels() {
  let x = 0;
  const figures = FIGURES.map(({ id, title, unit, w }) => {
    const gridPos = { x, y: 0, w, h: 2 };
    x += w;
    return aPanelJson({
      id,
      type: 'stat',
      title,
      gridPos,
      fieldConfig: { defaults: { unit }, overrides: [] },
      options: { graphMode: 'none', colorMode: 'none' },
    });
  });
  return [
    ...figures,
    aPanelJson({
      id: EXEMPLARS,
      title: 'Upload latency',
      description: 'Exemplars lead to **traces**.',
      gridPos: { x: 0, y: 2, w: 12, h: 9 },
      targets: [{ refId: 'A', expr: 'latency', exemplar: true }],
      fieldConfig: { defaults: { unit: 's' }, overrides: [] },
    }),
    aPanelJson({
      id: STALE,
      title: 'Uploads by result',
      gridPos: { x: 12, y: 0, w: 6, h: 11 },
    }),
    aPanelJson({
      id: PARTLY,
      title: 'Uploads by region, in all of the company’s data centres',
      gridPos: { x: 18, y: 0, w: 6, h: 11 },
    }),
  ];
}

function aFrame(changes: Partial<PanelFrame> = {}): PanelFrame {
  return {
    refId: 'A',
    expression:
      'histogram_quantile(0.95, sum by (le) (rate(upload_duration_seconds_bucket{service="ingestor"}[5m])))',
    resultType: 'matrix',
    stepSeconds: STEP,
    durationMs: 41,
    cache: 'partial',
    times: TIMES,
    series: ['p50', 'p95'].map((quantile, index) => ({
      labels: { quantile },
      values: TIMES.map(
        time => 0.2 + 0.5 * index + 0.1 * Math.sin(time / 1_800_000 + index),
      ),
    })),
    ...changes,
  };
}

function aPanelResult(changes: Partial<PanelQueryResult>): PanelQueryResult {
  return {
    panelId: EXEMPLARS,
    step: STEP,
    durationMs: 41,
    answeredAt: STORY_NOW - 4_000,
    frames: [aFrame()],
    ...changes,
  };
}

/** Observations every 20 minutes; the slowest ones stand above the axis. */
const OBSERVED: PanelExemplarsResponse = {
  items: TIMES.filter((_, index) => index % 20 === 10).map((time, index) => ({
    refId: 'A',
    time,
    value: index === 5 ? 3.2 : 0.3 + (index % 5) * 0.12,
    labels: { trace_id: `4bf92f3577b34da6a3ce929d0e0e47${index + 10}` },
    seriesLabels: {
      __name__: 'upload_duration_seconds_bucket',
      service: 'ingestor',
      le: '1',
    },
    links: [{ title: 'Trace', url: 'https://traces.example.com/trace/4bf9' }],
  })),
  problems: [],
};

/** A dashboard with what panels say beside their data: age, faults in part, exemplars. */
export const DEV_DASHBOARDS: Partial<FakeAnswers> = {
  dashboards: { items: [SUMMARY] },
  dashboard: {
    ...SUMMARY,
    dashboard: aDashboardJson(panels()),
    variables: {},
  },
  panels: [
    ...FIGURES.map(({ id, title, value }) =>
      aPanelResult({
        panelId: id,
        // One whose age has to be said in very little room.
        ...(title === 'RAM Total' && { staleMs: 5 * 60_000 }),
        frames: [
          aFrame({
            expression: 'node_figure{instance="ingestor-a"}',
            series: [{ labels: {}, values: TIMES.map(() => value) }],
          }),
        ],
      }),
    ),
    aPanelResult({}),
    aPanelResult({
      panelId: STALE,
      staleMs: 5 * 60_000,
      answeredAt: STORY_NOW - 5 * 60_000,
      frames: [aFrame({ cache: 'stale' })],
    }),
    aPanelResult({
      panelId: PARTLY,
      staleMs: 26 * 3_600_000,
      error: 'B: the query took longer than 30 s and was ended.',
      warnings: ['PromQL info: metric might not be a counter'],
    }),
  ],
  exemplars: OBSERVED,
};
