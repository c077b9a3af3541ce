import fc from 'fast-check';
import { anSlo } from '../__testUtils__/anSlo';
import { buildSloHistory, SloHistoryInput } from './buildSloHistory';
import { EventCounts } from '../status/SloSamples';
import { Slo } from '../types';

const HOUR = 3_600;
const DAY = 24 * HOUR;
const seconds = (text: string) => Date.parse(text) / 1_000;

const slo = anSlo('ingestor', {
  objective: '0.99',
  window: { type: 'rolling', duration: 10 * DAY },
});

/** Twenty days by the hour, 1,000 events each; ten of them are shown. */
function history(
  bad: (hour: number) => number | undefined,
  changes: Partial<SloHistoryInput> = {},
) {
  const counts: EventCounts[] = Array.from({ length: 480 }, (_, hour) => {
    const own = bad(hour);
    return own === undefined ? {} : { bad: own, total: 1_000 };
  });
  return buildSloHistory({
    slo,
    start: HOUR,
    step: HOUR,
    counts,
    from: 10 * DAY,
    stepsPerPoint: 1,
    live: true,
    source: 'recorded',
    alerts: [],
    ...changes,
  });
}

describe('buildSloHistory', () => {
  it('has what a reader counts by hand', () => {
    // 500 bad of 1,000 in hour 300, and one bad in each other.
    const figures = history(hour => (hour === 300 ? 500 : 1));
    expect(figures.times[0]).toBe(10 * DAY);
    expect(figures.times.at(-1)).toBe(20 * DAY);
    const at = (hour: number) => figures.times.indexOf((hour + 1) * HOUR);
    // 240 hours with 240,000 events, which may have 2,400 bad ones.
    expect(figures.budgetRemaining[at(299)]).toBeCloseTo(1 - 240 / 2_400, 12);
    expect(figures.budgetRemaining[at(300)]).toBeCloseTo(1 - 739 / 2_400, 12);
    expect(figures.sli[at(300)]).toBeCloseTo(0.5, 12);
    expect(figures.burnRate[at(300)]).toBeCloseTo(50, 9);
    expect(figures.events.bad[at(300)]).toBeCloseTo(500, 9);
    // 6 hours: 505 of 6,000.
    const medium = figures.burnRates.find(({ tier }) => tier === 'medium');
    expect(medium?.values[at(302)]).toBeCloseTo(505 / 6_000 / 0.01, 9);
    expect(figures.coverage).toBe(1);
  });

  it('lets what is bad leave the window', () => {
    const figures = history(hour => (hour === 230 ? 240 : 0));
    expect(figures.budgetRemaining[0]).toBeCloseTo(0.9, 12);
    expect(figures.budgetRemaining.at(-11)).toBeCloseTo(0.9, 12);
    expect(figures.budgetRemaining.at(-10)).toBeCloseTo(1, 12);
  });

  it('judges points whose window still filled by the budget of a whole window', () => {
    // Recording began at hour 200; what fails in hour 240 is 240 of the 2,400 that may.
    const figures = history(hour => {
      if (hour < 200) {
        return undefined;
      }
      return hour === 240 ? 240 : 0;
    });
    const at = (hour: number) => figures.times.indexOf((hour + 1) * HOUR);
    expect(figures.budgetRemaining[at(240)]).toBeCloseTo(0.9, 12);
    expect(figures.budgetRemaining[at(300)]).toBeCloseTo(0.9, 12);
    expect(figures.budgetRemaining.at(-1)).toBeCloseTo(0.9, 12);
  });

  it('adds up to points, and ends with the last step', () => {
    const figures = history(() => 2, { stepsPerPoint: 7 });
    expect(figures.step).toBe(7 * HOUR);
    expect(figures.times.at(-1)).toBe(20 * DAY);
    expect(figures.times[1] - figures.times[0]).toBe(7 * HOUR);
    expect(figures.events.bad.at(-1)).toBeCloseTo(14, 9);
    expect(figures.events.total.at(-1)).toBeCloseTo(7_000, 9);
  });

  it('knows nothing where there is no data', () => {
    const figures = history(hour => (hour < 400 ? undefined : 1));
    expect(figures.budgetRemaining[0]).toBeNull();
    expect(figures.burnRate[0]).toBeNull();
    expect(figures.sli[0]).toBeNull();
    expect(figures.events).toMatchObject({
      bad: expect.arrayContaining([null]),
    });
    expect(figures.coverage).toBeCloseTo(80 / 240, 12);
    expect(history(() => undefined).coverage).toBe(0);
    expect(history(() => undefined, { counts: [] })).toMatchObject({
      times: [],
      coverage: 0,
      incidents: [],
    });
  });

  describe('of a calendar month', () => {
    const month: Slo = {
      ...slo,
      window: { type: 'calendar', unit: 'month', timeZone: 'Europe/Berlin' },
    };
    const start = seconds('2026-10-01T01:00Z');
    /** October and November until the 16th, by the hour, 1,000 events each. */
    const figures = buildSloHistory({
      slo: month,
      start,
      step: HOUR,
      counts: Array.from({ length: 46 * 24 }, () => ({ bad: 5, total: 1_000 })),
      from: start,
      stepsPerPoint: 1,
      live: true,
      source: 'recorded',
      alerts: [],
    });
    const at = (text: string) => figures.times.indexOf(seconds(text));

    it('burns the budget of the month down', () => {
      // Half of what is even: 50 % of the budget is left at the end of a month.
      expect(figures.budgetRemaining[at('2026-11-08T11:00Z')]).toBeCloseTo(
        1 - 0.5 * (7.5 / 30),
        12,
      );
    });

    it('begins anew with the month, in its zone', () => {
      const last = figures.budgetRemaining[at('2026-10-31T23:00Z')]!;
      const first = figures.budgetRemaining[at('2026-11-01T00:00Z')]!;
      expect(last).toBeCloseTo(0.5, 2);
      expect(first).toBeCloseTo(1 - 0.5 / 720, 12);
    });

    it('covers what has passed of it', () => {
      expect(figures.coverage).toBe(1);
    });
  });

  describe('incidents', () => {
    it('are what burnt faster than a page allows', () => {
      // The lowest paging limit over 10 days is 6.25 times: 62.5 bad of 1,000.
      const figures = history(hour => {
        if (hour === 300 || hour === 301) {
          return 400;
        }
        return hour === 303 ? 300 : 2;
      });
      expect(figures.incidents).toEqual([
        {
          start: 300 * HOUR,
          end: 304 * HOUR,
          bad: expect.closeTo(1_102, 6),
          budgetShare: expect.closeTo(1_102 / 2_400, 9),
        },
      ]);
    });

    it('go on while the last step burns', () => {
      const { incidents } = history(hour => (hour > 477 ? 500 : 0));
      expect(incidents).toEqual([
        {
          start: 478 * HOUR,
          bad: expect.closeTo(1_000, 6),
          budgetShare: expect.closeTo(1_000 / 2_400, 9),
        },
      ]);
      expect(
        history(hour => (hour > 477 ? 500 : 0), { live: false }).incidents[0],
      ).toMatchObject({ end: 480 * HOUR });
    });

    it('are apart when it was calm for longer than a step', () => {
      const { incidents } = history(hour =>
        hour === 300 || hour === 303 ? 200 : 0,
      );
      expect(incidents).toHaveLength(2);
    });

    it('are none where nearly nothing was spent', () => {
      // A tenth of the events of an hour without traffic.
      const counts = Array.from({ length: 480 }, (_, hour) =>
        hour === 300 ? { bad: 1, total: 10 } : { bad: 0, total: 1_000 },
      );
      expect(history(() => 0, { counts }).incidents).toEqual([]);
    });

    it('and the background are together what was spent', () => {
      const bad = fc.oneof(
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 1_000 }),
      );
      fc.assert(
        fc.property(fc.array(bad, { minLength: 480, maxLength: 480 }), list => {
          const figures = history(hour => list[hour]);
          const spent = 1 - figures.budgetRemaining.at(-1)!;
          const inIncidents = figures.incidents.reduce(
            (sum, incident) => sum + incident.budgetShare,
            0,
          );
          const isIn = (time: number) =>
            figures.incidents.some(
              ({ start, end = Infinity }) => start < time && time <= end,
            );
          const background = figures.times.reduce(
            (sum, time, index) =>
              sum +
              (index === 0 || isIn(time) ? 0 : figures.events.bad[index]!),
            0,
          );
          expect(inIncidents + background / 2_400).toBeCloseTo(spent, 9);
          for (const { budgetShare } of figures.incidents) {
            expect(budgetShare).toBeGreaterThan(0.01);
          }
        }),
        { numRuns: 30 },
      );
    });
  });

  describe('alerts', () => {
    it('are those that Prometheus remembers', () => {
      const { alerts } = history(() => 0, {
        alerts: [
          {
            tier: 'fast',
            severity: 'page',
            times: [5 * HOUR, 300 * HOUR, 301 * HOUR, 400 * HOUR, 480 * HOUR],
          },
        ],
      });
      expect(alerts).toEqual([
        {
          tier: 'fast',
          severity: 'page',
          start: 300 * HOUR,
          end: 302 * HOUR,
        },
        {
          tier: 'fast',
          severity: 'page',
          start: 400 * HOUR,
          end: 401 * HOUR,
        },
        { tier: 'fast', severity: 'page', start: 480 * HOUR },
      ]);
    });

    it('else are worked out from the pairs', () => {
      const { alerts } = history(hour => (hour === 300 ? 500 : 0));
      expect(alerts[0]).toEqual({
        tier: 'fast',
        severity: 'page',
        start: 301 * HOUR,
        end: 302 * HOUR,
      });
    });
  });

  it('never answers NaN, whatever was measured', () => {
    const count = fc.option(
      fc.oneof(fc.double(), fc.integer({ min: 0, max: 1_000 })),
      { nil: undefined },
    );
    fc.assert(
      fc.property(
        fc.array(fc.record({ bad: count, total: count }), { maxLength: 50 }),
        counts => {
          const figures = history(() => 0, { counts, from: 0 });
          for (const list of [
            figures.budgetRemaining,
            figures.burnRate,
            figures.sli,
            figures.events.bad,
          ]) {
            expect(
              list.every(one => one === null || Number.isFinite(one)),
            ).toBe(true);
          }
        },
      ),
    );
  });
});
