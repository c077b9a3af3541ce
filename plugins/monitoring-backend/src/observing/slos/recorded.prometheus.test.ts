import { mockServices } from '@backstage/backend-test-utils';
import {
  recordedName,
  recordedWindows,
  sliSeriesId,
  Slo,
  SloStatus,
  sloWindowBounds,
  sloWindowKey,
} from '@sightline/backstage-plugin-monitoring-common';
import { PrometheusConfig } from '../../config';
import { DefaultSloHistoryService } from '../../querying';
import { DefaultPrometheusClient } from '../../sources';
import { aService, anSlo } from '../__testUtils__/builders';
import { entitiesOf, prometheusAt } from '../__testUtils__/sources';
import { TestPrometheus } from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { SloPoller } from './SloPoller';
import { SloTrends } from './SloTrends';

jest.setTimeout(120_000);

const HOUR = 3_600;
const DAY = 24 * HOUR;
const STEP = 300;

/** A full five minutes, some minutes ago. */
const now = Math.floor(Date.now() / 1_000 / STEP) * STEP - STEP;
const begin = now - 61 * DAY;

const rolling = anSlo('rolling');
const calendar = anSlo('calendar', {
  window: { type: 'calendar', unit: 'month', timeZone: 'Europe/Berlin' },
});
const slos = [rolling, calendar];

/** Events of the five minutes before a time: 500, of which one in a thousand is bad; an incident ten days ago. */
function events(time: number): { bad: number; total: number } {
  const ago = now - time;
  const isIncident = ago >= 10 * DAY && ago < 10 * DAY + 40 * 60;
  return { bad: isIncident ? 250 : 0.25, total: 500 };
}

/** What a reader sums by hand: all five minutes that end in (from, to]. */
function sum(from: number, to: number): { bad: number; total: number } {
  const counted = { bad: 0, total: 0 };
  for (let time = to; time > from; time -= STEP) {
    const { bad, total } = events(time);
    counted.bad += bad;
    counted.total += total;
  }
  return counted;
}

/** What the rules would have recorded. */
function recorded(): string {
  const families = new Map<string, string[]>();
  const add = (name: string, labels: string, value: number, time: number) => {
    const lines = families.get(name) ?? [`# TYPE ${name} gauge`];
    lines.push(`${name}{${labels}} ${value} ${time}`);
    families.set(name, lines);
  };
  for (const slo of slos) {
    const labels = `entity="${slo.entityRef}",sli="${sliSeriesId(slo)}"`;
    const window = `${labels},window="${sloWindowKey(slo.window)}"`;
    const totals = { bad: 0, total: 0 };
    const upTo = new Map<number, typeof totals>();
    for (let time = begin; time <= now; time += STEP) {
      const { bad, total } = events(time);
      totals.bad += bad;
      totals.total += total;
      upTo.set(time, { ...totals });
      for (const kind of ['bad', 'total'] as const) {
        add(recordedName(kind, STEP), labels, events(time)[kind], time);
      }
    }
    for (let time = now - 30 * DAY; time <= now; time += STEP) {
      const { start } = sloWindowBounds(slo.window, time);
      const before = upTo.get(Math.floor(start / STEP) * STEP)!;
      for (const kind of ['bad', 'total'] as const) {
        const value = upTo.get(time)![kind] - before[kind];
        add(`sightline:sli_${kind}:window`, window, value, time);
      }
      const hours = Math.floor((time - start) / HOUR);
      add('sightline:sli_hours:window', window, hours, time);
    }
    for (const seconds of recordedWindows([slo]).filter(one => one > STEP)) {
      for (const kind of ['bad', 'total'] as const) {
        const value = sum(now - seconds, now)[kind];
        add(recordedName(kind, seconds), labels, value, now);
      }
    }
  }
  return `${[...families.values()].flat().join('\n')}\n# EOF\n`;
}

describe('SLOs as their rules recorded them, in a real Prometheus', () => {
  let prometheus: TestPrometheus;
  let client: DefaultPrometheusClient;
  let poller: SloPoller;
  const clock = () => new Date(now * 1_000);
  const entities = slos.map((slo, index) =>
    aService(['rolling', 'calendar'][index], { slos: [slo] }),
  );

  beforeAll(async () => {
    prometheus = await TestPrometheus.start({ openMetrics: recorded() });
    client = prometheusAt(prometheus.url);
    poller = SloPoller.create({
      entities: entitiesOf(entities, clock),
      clients: [client],
      interval: 60_000,
      logger: mockServices.logger.mock(),
      now: clock,
    });
  });

  afterAll(() => prometheus?.stop());

  function expectEqual(figure: number | null | undefined, byHand: number) {
    expect(Math.abs((figure ?? NaN) - byHand)).toBeLessThan(1e-9);
  }

  function handBudget(slo: Slo): number {
    const { start, end } = sloWindowBounds(slo.window, now);
    const { bad, total } = sum(start, now);
    const isRolling = slo.window.type === 'rolling';
    const elapsed = isRolling ? 1 : (now - start) / (end - start);
    return 1 - ((bad / total) * elapsed) / 0.001;
  }

  it('are read by three queries, with the figures of a hand', async () => {
    const query = jest.spyOn(client, 'query');
    await poller.poll(new AbortController().signal);
    expect(query).toHaveBeenCalledTimes(3);
    query.mockRestore();
    for (const slo of slos) {
      const status = poller.snapshot.slos.find(
        ({ entityRef }) => entityRef === slo.entityRef,
      ) as SloStatus;
      const { start } = sloWindowBounds(slo.window, now);
      const { bad, total } = sum(start, now);
      expect(status.coverage).toBe(1);
      expectEqual(status.sli, 1 - bad / total);
      expectEqual(status.budgetRemaining, handBudget(slo));
      const hour = status.burnRates.find(
        ({ longWindow }) => longWindow === HOUR,
      );
      expectEqual(hour?.longBurnRate, 0.5);
    }
  });

  it('have a past that is summed from the same events', async () => {
    const history = DefaultSloHistoryService.create({
      now: () => now * 1_000,
      prometheus: [
        {
          config: { id: 'default', scope: [] } as unknown as PrometheusConfig,
          client,
        },
      ],
    });
    for (const [index, slo] of slos.entries()) {
      const queryRange = jest.spyOn(client, 'queryRange');
      const figures = await history.history(entities[index], slo.id, {});
      expect(queryRange).toHaveBeenCalledTimes(1);
      queryRange.mockRestore();
      const end = figures.times.at(-1)!;
      const bounds = sloWindowBounds(slo.window, end);
      const { bad, total } = sum(bounds.start, end);
      const elapsed =
        slo.window.type === 'rolling'
          ? 1
          : (end - bounds.start) / (bounds.end - bounds.start);
      expectEqual(
        figures.budgetRemaining.at(-1),
        1 - ((bad / total) * elapsed) / 0.001,
      );
      expectEqual(figures.burnRate.at(-1), 0.5);
      expectEqual(figures.events.bad.at(-1), sum(end - figures.step, end).bad);
      expect(figures.coverage).toBeCloseTo(1, 2);
      expect(figures.source).toBe('recorded');
    }
    const { incidents } = await history.history(
      entities[0],
      'availability',
      {},
    );
    expect(incidents).toHaveLength(1);
    // 40 minutes, at the fineness of the steps.
    expect(incidents[0].bad).toBeGreaterThanOrEqual(8 * 250);
    expect(incidents[0].bad).toBeLessThan(8 * 250 + 2);
    expect(
      Math.abs(incidents[0].start - (now - 10 * DAY - 40 * 60)),
    ).toBeLessThanOrEqual(900);
  });

  it('have trends, of all by one query', async () => {
    const queryRange = jest.spyOn(client, 'queryRange');
    const trends = SloTrends.create({ clients: [client], now: clock });
    const read = () =>
      trends.read(slos.map(slo => ({ slo, prometheus: 'default' })));
    const items = await read();
    expect(await read()).toEqual(items);
    expect(queryRange).toHaveBeenCalledTimes(1);
    items.forEach(({ budgetRemaining }, index) => {
      expect(budgetRemaining.length).toBeGreaterThan(0);
      expect(budgetRemaining.length).toBeLessThanOrEqual(32);
      expectEqual(budgetRemaining.at(-1), handBudget(slos[index]));
    });
  });
});
