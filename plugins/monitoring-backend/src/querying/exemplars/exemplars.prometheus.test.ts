import { mockServices } from '@backstage/backend-test-utils';
import { parseDashboard } from '@sightline/backstage-plugin-monitoring-common';
import { TestPrometheus } from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { MonitoredEntity } from '../../catalog';
import { PrometheusConfig } from '../../config';
import {
  eventually,
  queriedPrometheus,
} from '../__testUtils__/queriedPrometheus';
import { ScrapedService } from '../__testUtils__/ScrapedService';
import { DefaultExemplarService } from './DefaultExemplarService';

jest.setTimeout(60_000);

/** A histogram with an exemplar for each team, whose trace names the team. */
function page(): string {
  return [
    '# TYPE latency_seconds histogram',
    ...['media', 'other'].flatMap(team => [
      `latency_seconds_bucket{team="${team}",le="0.5"} 10 # {trace_id="fast-${team}"} 0.2`,
      `latency_seconds_bucket{team="${team}",le="+Inf"} 11 # {trace_id="slow/${team}"} 2.5`,
      `latency_seconds_count{team="${team}"} 11`,
      `latency_seconds_sum{team="${team}"} 6`,
    ]),
  ].join('\n');
}

let service: ScrapedService;
let prometheus: TestPrometheus;

beforeAll(async () => {
  service = await ScrapedService.start(page);
  prometheus = await TestPrometheus.start({
    openMetrics: 'a 1 1700000000\n# EOF\n',
    flags: ['--enable-feature=exemplar-storage'],
    scrapeConfigs: [
      {
        job_name: 'services',
        scrape_interval: '1s',
        static_configs: [{ targets: [service.address] }],
      },
    ],
  });
});
afterAll(async () => {
  await prometheus?.stop();
  await service?.stop();
});

const P95 =
  'histogram_quantile(0.95, sum by (le) (rate(latency_seconds_bucket[1m])))';

function list(
  targets: object[],
  scope: PrometheusConfig['scope'] = [{ label: 'team', from: 'spec.owner' }],
) {
  const instance = queriedPrometheus(prometheus.url, {
    scope,
    exemplars: [
      {
        label: 'trace_id',
        url: 'https://traces.example.com/trace/${{ value }}',
        title: 'Trace',
      },
    ],
  });
  const dashboard = { panels: [{ id: 1, type: 'timeseries', targets }] };
  const exemplars = DefaultExemplarService.create({
    dashboards: {
      parse: async () => ({
        identity: {},
        model: parseDashboard(dashboard),
        variables: {},
      }),
    },
    prometheus: [instance],
    logger: mockServices.logger.mock(),
    now: Date.now,
  });
  const to = Date.now();
  return exemplars.list(
    {
      entity: { kind: 'Component', metadata: {}, spec: { owner: 'media' } },
      monitoring: { spec: {} },
      environments: [],
    } as unknown as MonitoredEntity,
    {
      dashboard: 'd',
      panel: 1,
      range: { from: to - 600_000, to: to + 60_000 },
    },
  );
}

describe('exemplars of a real Prometheus', () => {
  it('are those of the scope, thinned, with links to their traces', async () => {
    const { items, problems } = await eventually(
      () => list([{ refId: 'A', expr: P95, exemplar: true }]),
      answer => answer.items.length > 0,
    );
    expect(problems).toEqual([]);
    expect(JSON.stringify(items)).not.toContain('other');
    const [largest] = items.sort((a, b) => b.value - a.value);
    expect(largest).toEqual({
      refId: 'A',
      value: 2.5,
      time: expect.any(Number),
      labels: { trace_id: 'slow/media' },
      seriesLabels: expect.objectContaining({
        __name__: 'latency_seconds_bucket',
        team: 'media',
        le: '+Inf',
      }),
      links: [
        {
          title: 'Trace',
          url: 'https://traces.example.com/trace/slow%2Fmedia',
        },
      ],
    });
    expect(Math.abs(largest.time - Date.now())).toBeLessThan(60_000);
  });

  it('are told once for several quantiles, and not of queries that do not ask', async () => {
    const { items } = await list([
      { refId: 'A', expr: P95, exemplar: true },
      { refId: 'B', expr: P95.replace('0.95', '0.5'), exemplar: true },
      { refId: 'C', expr: P95, exemplar: false },
      { refId: 'D', expr: P95, exemplar: true, hide: true },
    ]);
    expect(items.length).toBeGreaterThan(0);
    expect(new Set(items.map(({ refId }) => refId))).toEqual(new Set(['A']));
    expect((await list([{ refId: 'A', expr: P95 }])).items).toEqual([]);
  });

  it('are told of the other queries when one cannot be read', async () => {
    const { items, problems } = await list([
      { refId: 'A', expr: 'sum(', exemplar: true },
      { refId: 'B', expr: P95, exemplar: true },
    ]);
    expect(items.length).toBeGreaterThan(0);
    expect(problems).toEqual([]);
  });
});
