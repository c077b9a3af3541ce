import { mockServices } from '@backstage/backend-test-utils';
import {
  PanelQueryResult,
  parseDashboard,
} from '@sightline/backstage-plugin-monitoring-common';
import { MonitoredEntity } from '../../catalog';
import { PrometheusConfig } from '../../config';
import { TestPrometheus } from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { queriedPrometheus } from '../__testUtils__/queriedPrometheus';
import { AnswerCache } from '../answers';
import { DefaultPanelQueryService } from './DefaultPanelQueryService';

jest.setTimeout(60_000);

const START = 1_800_000_000;
const HOURS = 6;

/** Six hours of two teams' series, a sample every 15 seconds, with odd values among them. */
function samples(): string {
  const lines: string[] = [];
  for (const team of ['media', 'other']) {
    for (const code of ['200', '500']) {
      for (let step = 0; step < HOURS * 240; step += 1) {
        // A gap in the middle of it.
        if (step < 600 || step > 700) {
          lines.push(
            `requests_total{team="${team}",code="${code}"} ${
              step * (code === '500' ? 0.1 : 7)
            } ${START + step * 15}`,
          );
        }
      }
    }
  }
  return [...lines, '# EOF', ''].join('\n');
}

/** Panel id → expression. */
const EXPRESSIONS = [
  'requests_total',
  'rate(requests_total[$__rate_interval])',
  'sum by (code) (increase(requests_total[10m]))',
  'requests_total{code="500"} / on(team) requests_total{code="200"}',
  'rate(requests_total{code="500"}[5m]) / 0',
  '0 * requests_total / 0',
  'topk(1, requests_total) or vector(1)',
  'max_over_time(rate(requests_total[5m])[30m:1m])',
  'count({__name__=~".+"}) by (team)',
  'requests_total offset 1h',
  'absent(nothing)',
];

/** `+Inf` is no number to JavaScript. */
function numberOf(text: string): number {
  return Number(text.replace('Inf', 'Infinity'));
}

let prometheus: TestPrometheus;

beforeAll(async () => {
  prometheus = await TestPrometheus.start({ openMetrics: samples() });
});
afterAll(() => prometheus?.stop());

function panels(scope: PrometheusConfig['scope']): DefaultPanelQueryService {
  const dashboard = {
    panels: EXPRESSIONS.map((expr, index) => ({
      id: index + 1,
      type: 'timeseries',
      targets: [{ refId: 'A', expr }],
    })),
  };
  return DefaultPanelQueryService.create({
    dashboards: {
      parse: async () => ({
        identity: {},
        model: parseDashboard(dashboard),
        variables: {},
      }),
    },
    prometheus: [queriedPrometheus(prometheus.url, { scope })],
    answers: AnswerCache.create({ maxBytes: 1_000_000, now: Date.now }),
    logger: mockServices.logger.mock(),
    now: Date.now,
  });
}

const monitoring = {
  spec: { entityRef: 'component:default/a' },
  dashboards: [],
};
const entity = {
  entity: {
    kind: 'Component',
    metadata: { name: 'a' },
    spec: { team: 'media' },
  },
  monitoring,
  environments: [monitoring],
} as unknown as MonitoredEntity;

const RANGES = [
  { from: START * 1_000 + 1_234, to: (START + HOURS * 3_600) * 1_000 - 987 },
  { from: (START + 7_777) * 1_000, to: (START + 12_345) * 1_000 },
  { from: (START - 7_200) * 1_000, to: (START + 600) * 1_000 },
];

async function query(
  service: DefaultPanelQueryService,
  range: { from: number; to: number },
): Promise<PanelQueryResult[]> {
  const results: PanelQueryResult[] = [];
  await service.query(
    entity,
    { dashboard: 'a', panels: EXPRESSIONS.map((_, index) => index + 1), range },
    { onLine: ({ bytes }) => results.push(JSON.parse(String(bytes))) },
  );
  return results.sort((a, b) => a.panelId - b.panelId);
}

/** What Prometheus itself answers on the grid of a frame: labels → time → text. */
async function askPrometheus(
  { expression, times }: PanelQueryResult['frames'][number],
  step: number,
): Promise<Map<string, Map<number, string>>> {
  const answer = await fetch(`${prometheus.url}/api/v1/query_range`, {
    method: 'POST',
    body: new URLSearchParams({
      query: expression,
      start: String(times[0] / 1_000),
      end: String(times[times.length - 1] / 1_000),
      step: String(step),
    }),
  });
  const { data } = (await answer.json()) as {
    data: {
      result: { metric: object; values: [number, string][] }[];
    };
  };
  return new Map(
    data.result.map(({ metric, values }) => [
      JSON.stringify(metric),
      new Map(values.map(([time, value]) => [time * 1_000, value])),
    ]),
  );
}

it.each(RANGES)(
  'says of every panel exactly what Prometheus says, from $from to $to',
  async range => {
    const results = await query(panels([]), range);
    expect(results).toHaveLength(EXPRESSIONS.length);
    for (const { frames, step, error, panelId } of results) {
      expect([panelId, error]).toEqual([panelId, undefined]);
      const [frame] = frames;
      const expected = await askPrometheus(frame, step!);
      expect(frame.series.map(({ labels }) => JSON.stringify(labels))).toEqual([
        ...expected.keys(),
      ]);
      for (const { labels, values } of frame.series) {
        const truth = expected.get(JSON.stringify(labels))!;
        expect(
          values.map(value =>
            value === null ? undefined : numberOf(String(value)),
          ),
        ).toEqual(
          frame.times.map(time => {
            const text = truth.get(time);
            return text === undefined ? undefined : numberOf(text);
          }),
        );
      }
    }
  },
);

it('shows nothing of another team when the scope is the team', async () => {
  const scoped = panels([{ label: 'team', from: 'spec.team' }]);
  for (const range of RANGES) {
    for (const { frames, error } of await query(scoped, range)) {
      expect(error).toBeUndefined();
      expect(JSON.stringify(frames)).not.toContain('"other"');
    }
  }
});

it('sees the other team without a scope, so that the test above tells something', async () => {
  const [first] = await query(panels([]), RANGES[0]);
  expect(JSON.stringify(first.frames)).toContain('"other"');
});
