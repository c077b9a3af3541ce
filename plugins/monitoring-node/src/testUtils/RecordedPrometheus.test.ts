import { buildPackDashboard, statPanel } from '../dashboards';
import { MonitoringPack, PackAlert, PackContext } from '../packs';
import { expressionsWithoutData } from './expressionsWithoutData';
import { firingMinutes } from './firingMinutes';
import { RecordedPrometheus } from './RecordedPrometheus';

const context: PackContext = {
  entityRef: 'component:default/cache',
  name: 'cache',
  title: 'Cache',
  selector: 'service="cache"',
  options: {},
};

const page = (hits: number) => `# HELP hits_total Lookups that found their key.
# TYPE hits_total counter
hits_total ${hits}
# TYPE memory gauge
memory{kind="used \\"really\\"",area="}"} 1.5e+06
memory{} NaN
ratio{kind="max"} +Inf
`;

function aPack(expression: string): MonitoringPack {
  return {
    id: 'cache',
    title: 'Cache',
    description: '',
    metricsFrom: '',
    dashboards: () => [
      {
        id: 'overview',
        title: 'Overview',
        model: buildPackDashboard({
          title: 'Overview',
          description: '',
          stats: [
            statPanel({
              id: 1,
              title: 'Hits',
              description: '',
              unit: 'ops',
              queries: [{ expression, legend: 'Hits' }],
            }),
          ],
          rows: [],
        }),
      },
    ],
    alerts: () => [],
    slis: () => [],
  };
}

describe('recorded pages in a real Prometheus', () => {
  let prometheus: RecordedPrometheus;

  beforeAll(async () => {
    prometheus = await RecordedPrometheus.start([
      {
        labels: { service: 'cache', instance: 'cache-0' },
        pages: [page(100), page(160)],
      },
    ]);
  });

  afterAll(() => prometheus?.stop());

  it('answers with the labels of the page and those of the scrape', async () => {
    expect(await prometheus.query('memory > 0')).toEqual([
      {
        labels: {
          __name__: 'memory',
          kind: 'used "really"',
          area: '}',
          service: 'cache',
          instance: 'cache-0',
        },
        value: 1_500_000,
      },
    ]);
    expect((await prometheus.query('ratio'))[0].value).toBe(Infinity);
  });

  it('sees a counter grow from page to page', async () => {
    const [{ value }] = await prometheus.query('rate(hits_total[5m])');
    expect(value).toBeGreaterThan(0.1);
  });

  it.each<[string, string, string[], string[]]>([
    ['finds something', 'rate(hits_total[$__rate_interval])', [], []],
    [
      'finds nothing',
      'hits{service="cache"}',
      [],
      ['overview/1 Hits A: hits{service="cache"}'],
    ],
    [
      'rightly finds nothing',
      'hits{service="cache"}',
      ['overview/1 Hits A'],
      [],
    ],
    [
      'is wrongly excepted',
      'hits_total{service="cache"}',
      ['overview/1 Hits A'],
      ['overview/1 Hits A finds something and should not be an exception'],
    ],
    [
      'is not there to be excepted',
      'hits_total{service="cache"}',
      ['overview/2'],
      ['overview/2 is an exception that does not exist'],
    ],
  ])(
    'says which expression %s',
    async (_what, expression, except, expected) => {
      expect(
        await expressionsWithoutData(
          prometheus,
          aPack(expression),
          context,
          except,
        ),
      ).toEqual(expected);
    },
  );
});

it('says at which minutes an alert fires', async () => {
  const alert: PackAlert = {
    name: 'TooMany',
    expression: 'queue{service="cache"}',
    operator: '>',
    threshold: 10,
    unit: 'number',
    for: 120,
    severity: 'warning',
    summary: 'Too many',
    description: 'It is {{ $value }}',
  };
  const series = { 'queue{service="cache"}': '1x4 20x5 1x70' };
  expect(await firingMinutes([alert], 'TooMany', series, 100)).toEqual([
    7, 8, 9, 10,
  ]);
});
