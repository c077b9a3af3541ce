import { mockServices } from '@backstage/backend-test-utils';
import {
  generateSloRules,
  recordedName,
  sloHistoryQueries,
  SloStatus,
} from '@sightline/backstage-plugin-monitoring-common';
import { DefaultPrometheusClient } from '../../sources';
import { aService, anSlo } from '../__testUtils__/builders';
import { entitiesOf, prometheusAt } from '../__testUtils__/sources';
import { TestPrometheus } from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { SloPoller } from './SloPoller';
import { SloTrends } from './SloTrends';

jest.setTimeout(60_000);

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

/** Now, a minute ago, at a time that is on no border of a window or step. */
const now = Math.floor(Date.now() / 1_000 / MINUTE) * MINUTE - MINUTE + 7;

/** Counts events a minute, as a counter of Prometheus with a sample a minute. */
function aCounter(
  labels: string,
  since: number,
  perMinute: (minutesAgo: number) => number,
): string[] {
  const lines: string[] = [];
  let value = 0;
  for (let time = since; time <= now; time += MINUTE) {
    value += perMinute((now - time) / MINUTE);
    lines.push(`requests_total{${labels}} ${value} ${time}`);
  }
  return lines;
}

const month = now - 32 * DAY;

const samples = [
  // 100 requests a minute, of which one in two thousand fails; a tenth in the last 20 minutes.
  ...aCounter('service="steady",code="200"', month, () => 100),
  ...aCounter('service="steady",code="500"', month, ago =>
    ago < 20 ? 10 : 0.05,
  ),
  // Two incidents of an hour each, 25 and 31 days ago: one in the window, one out of it.
  ...aCounter('service="incidents",code="200"', month, () => 100),
  ...aCounter('service="incidents",code="503"', month, ago =>
    [25, 31].some(day => ago >= day * 1_440 && ago < day * 1_440 + 60) ? 50 : 0,
  ),
  ...aCounter('service="flawless",code="200"', month, () => 10),
  // Six days of history.
  ...aCounter('service="young",code="200"', now - 6 * DAY, () => 10),
  // The target went away two hours ago.
  ...aCounter('service="gone",code="200"', month, () => 10).filter(
    line => Number(line.split(' ')[2]) < now - 2 * HOUR,
  ),
  // No request for a day.
  ...aCounter('service="quiet",code="200"', month, ago =>
    ago < 1_440 ? 0 : 10,
  ),
];

/** What the rules of one SLI would have recorded by now: constant hours, with a change of the last three. */
function recorded(service: string): string[] {
  const labels = `entity="component:default/${service}",sli="http:availability"`;
  const lines: string[] = [];
  for (const kind of ['bad', 'total'] as const) {
    for (let time = month; time <= now; time += 5 * MINUTE) {
      const recent = now - time < 3 * HOUR;
      const value = { bad: recent ? 20 : 1, total: 6_000 }[kind];
      lines.push(`${recordedName(kind, HOUR)}{${labels}} ${value} ${time}`);
    }
    for (const window of [300, 1_800, 7_200, 21_600, DAY, 3 * DAY]) {
      const value = { bad: window / 18_000, total: window / 36 }[kind];
      lines.push(`${recordedName(kind, window)}{${labels}} ${value} ${now}`);
    }
  }
  return lines;
}

function openMetrics(): string {
  const byMetric = new Map<string, string[]>();
  for (const line of [...samples, ...recorded('recorded')]) {
    const metric = line.slice(0, line.indexOf('{'));
    const lines = byMetric.get(metric) ?? [];
    lines.push(line);
    byMetric.set(metric, lines);
  }
  const families = [...byMetric].map(
    ([metric, lines]) =>
      `# TYPE ${metric.replace(/_total$/, '')} ${
        metric === 'requests_total' ? 'counter' : 'gauge'
      }\n${lines.join('\n')}\n`,
  );
  return `${families.join('')}# EOF\n`;
}

describe('SLOs measured by a real Prometheus', () => {
  const services = [
    'steady',
    'incidents',
    'flawless',
    'young',
    'gone',
    'quiet',
    'recorded',
    'nowhere',
  ];
  const slos = services.map(service => anSlo(service));
  const ruleGroups = generateSloRules(slos);
  let prometheus: TestPrometheus;
  let client: DefaultPrometheusClient;
  let statuses: Map<string, SloStatus>;
  let poller: SloPoller;

  beforeAll(async () => {
    prometheus = await TestPrometheus.start({
      openMetrics: openMetrics(),
      ruleGroups: ruleGroups.map(group => ({ ...group, interval: '1s' })),
    });
    client = prometheusAt(prometheus.url);
    const clock = () => new Date(now * 1_000);
    poller = SloPoller.create({
      entities: entitiesOf(
        slos.map((slo, index) => aService(services[index], { slos: [slo] })),
        clock,
      ),
      clients: [client],
      interval: 60_000,
      logger: mockServices.logger.mock(),
      now: clock,
    });
    await poller.poll(new AbortController().signal);
    statuses = new Map(
      poller.snapshot.slos.map(slo => [slo.entityRef.split('/')[1], slo]),
    );
  });

  afterAll(() => prometheus?.stop());

  const status = (service: string) => {
    const found = statuses.get(service);
    if (!found) {
      throw new Error(`No status of ${service}`);
    }
    return found;
  };
  const burn = (service: string, window: number) =>
    status(service).burnRates.find(({ longWindow }) => longWindow === window)
      ?.longBurnRate;

  it('answers, and says so', () => {
    expect(poller.health()).toEqual([
      expect.objectContaining({ source: 'prometheus:default', state: 'ok' }),
    ]);
  });

  it('burns when a tenth of the requests fail', () => {
    expect(status('steady').state).toBe('burning');
    // 20 of 60 minutes at 10 of 110, 40 at 0.05 of 100.05.
    expect(burn('steady', HOUR)).toBeCloseTo(
      (20 * 10 + 40 * 0.05) / (20 * 110 + 40 * 100.05) / 0.001,
      0,
    );
    expect(status('steady').events?.bad).toBeCloseTo(
      43_180 * 0.05 + 20 * 10,
      -1,
    );
    expect(status('steady').events?.total).toBeCloseTo(
      43_200 * 100 + 2_359,
      -2,
    );
    expect(status('steady').timeToExhaustion).toBeGreaterThan(0);
  });

  it('counts the incident in the window, and not the one before it', () => {
    const { events, budgetRemaining, state, coverage } = status('incidents');
    expect(coverage).toBe(1);
    expect(events?.bad).toBeCloseTo(60 * 50, -1);
    expect(events?.allowedBad).toBeCloseTo(0.001 * (4_320_000 + 3_000), 0);
    expect(budgetRemaining).toBeCloseTo(1 - 3_000 / 4_323, 2);
    expect(state).toBe('ok');
  });

  it('has an SLI of 100 % for a service that has never failed', () => {
    expect(status('flawless')).toMatchObject({
      state: 'ok',
      sli: 1,
      budgetRemaining: 1,
      coverage: 1,
    });
  });

  it('says how much of the window is measured', () => {
    expect(status('young')).toMatchObject({ state: 'young', sli: 1 });
    expect(status('young').coverage).toBeCloseTo(0.2, 2);
  });

  it('has no data for a target that went away, and for one that never was', () => {
    expect(status('gone')).toMatchObject({
      state: 'no-data',
      reason: expect.stringContaining('The series have ended'),
    });
    expect(status('nowhere')).toMatchObject({
      state: 'no-data',
      reason: expect.stringContaining('No series matches'),
    });
  });

  it('rests while there is no traffic', () => {
    expect(status('quiet')).toMatchObject({
      state: 'no-traffic',
      budgetRemaining: 1,
    });
  });

  it('takes recorded figures to the minute, hour by hour', () => {
    // 717 hours of 1 bad event and the last 3 of 20, each hour ending now.
    expect(status('recorded')).toMatchObject({
      state: 'warning',
      coverage: 1,
      events: { bad: 717 + 60, total: 720 * 6_000 },
    });
    expect(burn('recorded', DAY)).toBeCloseTo(2, 9);
  });

  it('asks six queries for a fleet whose rules do not record windows', async () => {
    const query = jest.spyOn(client, 'query');
    const fleet = SloPoller.create({
      entities: entitiesOf(
        [aService('recorded', { slos: [anSlo('recorded')] })],
        () => new Date(now * 1_000),
      ),
      clients: [client],
      interval: 60_000,
      logger: mockServices.logger.mock(),
      now: () => new Date(now * 1_000),
    });
    await fleet.poll(new AbortController().signal);
    expect(query).toHaveBeenCalledTimes(6);
  });

  it.each([
    ['300 s', 300],
    ['2 h', 2 * HOUR],
  ])('counts the raw events of every step of %s', async (_, step) => {
    const { raw } = sloHistoryQueries(anSlo('incidents'), { step });
    const end = Math.floor(now / 300) * 300;
    const { series } = await client.queryRange({
      query: raw,
      start: end - 30 * DAY,
      end,
      step,
    });
    const sums = Object.fromEntries(
      series.map(({ labels, values }) => [
        labels.part,
        values.reduce((sum, value) => sum + value, 0),
      ]),
    );
    // An hour of 50 a minute; the counter's first steps are not seen by `increase`.
    expect(sums.bad).toBeCloseTo(3_000, -2);
  });

  it('draws a trend from the raw series while no window is recorded', async () => {
    const trends = SloTrends.create({
      clients: [client],
      now: () => new Date(now * 1_000),
    });
    const [incidents, young] = await trends.read(
      ['incidents', 'young'].map(service => ({
        slo: anSlo(service),
        prometheus: 'default',
      })),
    );
    expect(incidents.budgetRemaining).toHaveLength(31);
    // 3,000 of 4,323,000 requests failed, of which 0.1 % may.
    expect(incidents.budgetRemaining.at(-1)).toBeCloseTo(
      1 - 3_000 / 4_323_000 / 0.001,
      1,
    );
    // Six days are known.
    const known = young.budgetRemaining.filter(left => left !== null);
    expect(known.length).toBeGreaterThanOrEqual(6);
    expect(known.length).toBeLessThanOrEqual(8);
    expect(known.at(-1)).toBe(1);
  });

  it('evaluates the generated rules, and they count what the raw series say', async () => {
    const rules = await prometheus.evaluatedRules();
    expect(rules.map(({ lastError }) => lastError).filter(Boolean)).toEqual([]);
    expect(rules.length).toBe(
      ruleGroups.reduce((sum, group) => sum + group.rules.length, 0),
    );
    const { samples: hour } = await client.query({
      query: `${recordedName(
        'total',
        HOUR,
      )}{entity="component:default/flawless"}`,
    });
    // 10 a minute; the newest sample may be some minutes old.
    expect(hour[0].value).toBeGreaterThan(550);
    expect(hour[0].value).toBeLessThanOrEqual(610);
  });
});
