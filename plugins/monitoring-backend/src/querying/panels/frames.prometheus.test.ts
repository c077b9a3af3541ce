import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import {
  DataFrame,
  framesOfResult,
  PanelQueryResult,
  dashboardPanels,
  parseDashboard,
} from '@sightline/backstage-plugin-monitoring-common';
import { TestPrometheus } from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { queriedPrometheus } from '../__testUtils__/queriedPrometheus';
import {
  describeWithPrometheus,
  readPacked,
  startKnownPrometheus,
} from './__testUtils__/KnownPrometheus';
import { planPanel } from './planPanel';
import { runPanel } from './runPanel';

jest.setTimeout(120_000);

interface WireField {
  name?: string;
  type: string;
  labels?: Record<string, string>;
  config?: { displayNameFromDS?: string; interval?: number };
}

interface WireFrame {
  schema: {
    refId: string;
    meta?: { type?: string; custom?: { resultType?: string } };
    fields: WireField[];
  };
  data: {
    values: unknown[][];
    entities?: (Record<'NaN' | 'Inf' | 'NegInf', number[]> | null)[];
  };
}

interface RecordedCase {
  name: string;
  status: number;
  request: { from: string; to: string; queries: JsonObject[] };
  response: {
    message?: string;
    results?: Record<string, { error?: string; frames?: WireFrame[] }>;
  };
}

const { cases } = JSON.parse(readPacked('ds-query.json.gz')) as {
  cases: RecordedCase[];
};

/** What is compared of a frame. */
interface Shown {
  refId: string;
  type?: string;
  fields: {
    name: string;
    type: string;
    labels: Record<string, string>;
    displayName?: string;
    interval?: number;
    values: unknown[];
  }[];
}

/** A frame as Grafana sent it, NaN and infinities put back. */
function shownOfWire({ schema, data }: WireFrame): Shown[] {
  if (schema.fields.length === 0) {
    return [];
  }
  return [
    {
      refId: schema.refId,
      type: schema.meta?.type,
      fields: schema.fields.map((field, at) => {
        const values = [...data.values[at]];
        const entities = data.entities?.[at];
        entities?.NaN?.forEach(index => (values[index] = NaN));
        entities?.Inf?.forEach(index => (values[index] = Infinity));
        entities?.NegInf?.forEach(index => (values[index] = -Infinity));
        return {
          name: field.name ?? '',
          type: field.type,
          labels: field.labels ?? {},
          displayName: field.config?.displayNameFromDS,
          interval: field.config?.interval,
          values,
        };
      }),
    },
  ];
}

function shownOfOurs({ refId = '', meta, fields }: DataFrame): Shown {
  return {
    refId,
    type: meta?.type,
    fields: fields.map(({ name, type, labels = {}, config, values }) => ({
      name,
      type,
      labels,
      displayName: config.displayNameFromSource,
      interval: config.interval,
      values,
    })),
  };
}

/** Our answer to what Grafana's server was asked: its queries are the targets of a panel. */
async function ask(
  { request }: RecordedCase,
  prometheus: TestPrometheus,
): Promise<PanelQueryResult> {
  const [panel] = dashboardPanels(
    parseDashboard({
      panels: [{ id: 1, type: 'timeseries', targets: request.queries }],
    }),
  );
  const [first] = request.queries as Record<string, number>[];
  const plan = planPanel(panel, {
    definitions: [],
    chosen: { values: {}, free: [], filters: [] },
    range: { from: Number(request.from), to: Number(request.to) },
    maxDataPoints: first.maxDataPoints,
    interval: first.intervalMs,
    utcOffsetSeconds: first.utcOffsetSec,
    scope: [],
  });
  return runPanel(plan, queriedPrometheus(prometheus.url), {
    now: () => 0,
    logger: mockServices.logger.mock(),
  });
}

/** Series as they come: the browser's tables and heatmaps are compared elsewhere. */
function seriesOf(result: PanelQueryResult): Shown[] {
  return framesOfResult(
    result.frames.map(frame => ({ ...frame, format: 'time_series' })),
    [],
  ).map(shownOfOurs);
}

/** What the browser makes of both halves of a query bears two names; the server's has one. */
function withoutHalves(frames: Shown[]): Shown[] {
  const all = frames.map(frame => ({
    ...frame,
    refId: frame.refId.replace('-Instant', ''),
  }));
  return [
    ...all.filter(({ type }) => type === 'numeric-multi'),
    ...all.filter(({ type }) => type !== 'numeric-multi'),
  ];
}

function recordedFrames({ response }: RecordedCase): Shown[] {
  return Object.values(response.results ?? {}).flatMap(({ frames = [] }) =>
    frames.flatMap(shownOfWire),
  );
}

/** Cases in which Grafana's server does what its browser never asks it for. */
const BROWSER = new Set(['hidden query', 'instant and range']);

describeWithPrometheus('what a Grafana 12.4 answers on the same data', () => {
  let prometheus: TestPrometheus;
  beforeAll(async () => {
    prometheus = await startKnownPrometheus();
  });
  afterAll(() => prometheus?.stop());

  it.each(
    cases
      .filter(({ name, status }) => status === 200 && !BROWSER.has(name))
      .map(one => [one.name, one] as const),
  )('is what we answer: %s', async (_, recorded) => {
    const result = await ask(recorded, prometheus);
    expect(result.error).toBeUndefined();
    expect(seriesOf(result)).toEqual(recordedFrames(recorded));
  });

  it.each(
    cases
      .filter(({ response }) => response.results)
      .map(one => [one.name, one] as const),
  )('is asked of Prometheus as Grafana does: %s', async (_, recorded) => {
    const { frames } = await ask(recorded, prometheus);
    const executed = Object.values(recorded.response.results!)
      .flatMap(one => one.frames ?? [])
      .flatMap(frame => {
        const { executedQueryString } = (frame.schema.meta ?? {}) as {
          executedQueryString?: string;
        };
        return executedQueryString ?? [];
      });
    for (const frame of frames.filter(one => one.durationMs !== undefined)) {
      const asked = executed.map(text => /^Expr: ([^]*)\nStep/.exec(text)?.[1]);
      expect(asked.length ? asked : [frame.expression]).toContain(
        frame.expression,
      );
    }
  });

  it('is the same when a query is instant and a range', async () => {
    const recorded = cases.find(({ name }) => name === 'instant and range')!;
    const result = await ask(recorded, prometheus);
    expect(result.frames.map(({ refId }) => refId)).toEqual(['A', 'A-Instant']);
    expect(withoutHalves(seriesOf(result))).toEqual(recordedFrames(recorded));
  });

  it('leaves out what is hidden, as the browser does', async () => {
    const recorded = cases.find(({ name }) => name === 'hidden query')!;
    const result = await ask(recorded, prometheus);
    expect(seriesOf(result)).toEqual(
      recordedFrames(recorded).filter(({ refId }) => refId === 'A'),
    );
  });

  it.each([
    ['parse error', /^A: /],
    ['one of two fails', /^B: /],
    ['execution error many-to-many', /^A: .*many-to-many matching not allowed/],
  ])('fails for one query alone: %s', async (name, error) => {
    const recorded = cases.find(one => one.name === name)!;
    const result = await ask(recorded, prometheus);
    expect(result.error).toMatch(error);
    expect(seriesOf(result)).toEqual(recordedFrames(recorded));
  });

  it('does not send an empty expression, which the browser leaves out', async () => {
    const recorded = cases.find(({ name }) => name === 'empty expr')!;
    const result = await ask(recorded, prometheus);
    expect(result.error).toBeUndefined();
    expect(seriesOf(result)).toEqual(recordedFrames(recorded));
  });

  it("reads the entity's Prometheus, whatever the uid of a data source is", async () => {
    const recorded = cases.find(({ name }) => name === 'unknown data source')!;
    const result = await ask(recorded, prometheus);
    expect(result.error).toBeUndefined();
    expect(result.frames[0].series).toHaveLength(3);
  });

  it('makes one table for each query, and one heatmap', async () => {
    const tables = cases.find(({ name }) => name === 'two tables')!;
    const ofTables = framesOfResult((await ask(tables, prometheus)).frames, []);
    expect(
      ofTables.map(({ fields }) => fields.map(({ name }) => name)),
    ).toEqual([
      ['Time', 'service', 'Value #A'],
      ['Time', 'service', 'Value #B'],
    ]);
    const heatmap = cases.find(({ name }) => name === 'heatmap of buckets')!;
    const recorded = recordedFrames(heatmap);
    const [rows, ...more] = framesOfResult(
      (await ask(heatmap, prometheus)).frames,
      [],
    );
    expect(more).toEqual([]);
    expect(rows.fields.map(({ name }) => name)).toEqual([
      'Time',
      '0.05',
      '0.1',
      '0.25',
      '0.5',
      '1',
      '2.5',
      '5',
      '10',
      '+Inf',
    ]);
    // All buckets together are what the largest one counted.
    const counted = recorded.find(
      ({ fields }) => fields[1].labels.le === '+Inf',
    )!;
    const sums = rows.fields[0].values.map((_, index) =>
      rows.fields
        .slice(1)
        .reduce((sum, { values }) => sum + Number(values[index]), 0),
    );
    expect(sums).toEqual(counted.fields[1].values);
  });
});
