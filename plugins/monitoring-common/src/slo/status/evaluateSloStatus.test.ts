import fc from 'fast-check';
import { anSlo } from '../__testUtils__/anSlo';
import { compareSloUrgency } from './compareSloUrgency';
import { evaluateSloStatus, SloStatusInput } from './evaluateSloStatus';
import { recordedWindows } from '../recording/recordedWindows';
import { EventCounts, SloSamples } from './SloSamples';
import { Slo, SloStatus } from '../types';

const slo = anSlo();
const latency: Slo = {
  ...slo,
  sli: { type: 'latency', histogram: 'h_seconds', thresholdSeconds: 0.3 },
};

/** Samples with the same error ratio in every alerting window, except where told. */
function samples(
  options: {
    window?: EventCounts;
    ratio?: number;
    burn?: Record<number, EventCounts>;
    coverage?: number;
  } = {},
): SloSamples {
  const { ratio = 0, coverage = 1 } = options;
  return {
    time: 1_795_444_320,
    window: options.window ?? { bad: 19_008, total: 48_000_000 },
    burn: {
      ...Object.fromEntries(
        recordedWindows([slo]).map(window => [
          window,
          { bad: window * ratio, total: window },
        ]),
      ),
      ...options.burn,
    },
    coverage,
  };
}

function evaluate(input: Partial<SloStatusInput>): SloStatus {
  return evaluateSloStatus({ slo, ...input });
}

describe('evaluateSloStatus', () => {
  it.each<
    [string, SloStatus['state'], Partial<SloStatusInput>, RegExp | undefined]
  >([
    ['all is well', 'ok', { samples: samples() }, undefined],
    [
      'more is bad than may be',
      'exhausted',
      { samples: samples({ window: { bad: 50_000, total: 48_000_000 } }) },
      /0.104 % of the events in the window were bad, 0.1 % may be/,
    ],
    [
      'the last event of the budget is spent',
      'exhausted',
      { samples: samples({ window: { bad: 1, total: 1_000 } }) },
      /0.1 % of the events/,
    ],
    [
      'a page pair is over its limit',
      'burning',
      {
        samples: samples({
          burn: {
            3600: { bad: 56.9, total: 1_000 },
            300: { bad: 82, total: 1_000 },
          },
        }),
      },
      /burns at 56.9× over 1h and 82× over 5m; the limit is 14.4×/,
    ],
    [
      'a ticket pair is over its limit',
      'warning',
      { samples: samples({ ratio: 0.0011 }) },
      /burns at 1.1× over 3d and 1.1× over 6h; the limit is 1×/,
    ],
    [
      'its alert still fires although the figures have recovered',
      'burning',
      { samples: samples(), firingAlert: 'page' },
      /A burn-rate alert of this SLO fires/,
    ],
    [
      'it burns at exactly the limit',
      'ok',
      { samples: samples({ ratio: 0.001 }) },
      undefined,
    ],
    [
      'only the long window is over the limit',
      'ok',
      {
        samples: samples({ burn: { 3600: { bad: 100, total: 1_000 } } }),
      },
      undefined,
    ],
    [
      'its definition is faulty',
      'invalid',
      { invalid: 'Window “30” has no unit', samples: samples() },
      /Window “30” has no unit/,
    ],
    [
      'the latency threshold is no bucket bound',
      'invalid',
      { slo: latency, samples: samples({ window: { total: 10 } }) },
      /h_seconds has no bucket at 0.3 s/,
    ],
    ['nothing was ever measured', 'no-data', {}, /No series matches/],
    [
      'there are no series',
      'no-data',
      { samples: samples({ window: {}, burn: {}, coverage: 0 }) },
      /No series matches/,
    ],
    [
      'the series have ended',
      'no-data',
      { samples: samples({ burn: { 300: {} } }) },
      /The series have ended.*60.4 % of the budget was left/,
    ],
    [
      'Prometheus does not answer',
      'stale',
      { samples: samples(), stale: 'Prometheus does not answer' },
      /Prometheus does not answer/,
    ],
    [
      'there were no events for six hours',
      'no-traffic',
      { samples: samples({ burn: { 21600: { bad: 0, total: 0 } } }) },
      /No events in the last 6 h/,
    ],
    [
      'there were no events at all',
      'no-traffic',
      { samples: samples({ window: { bad: 0, total: 0 } }) },
      /No events in the whole window/,
    ],
    [
      'a part of the window is measured',
      'young',
      { samples: samples({ coverage: 0.12 }) },
      /12 % of the window is measured so far/,
    ],
    [
      'little is measured and most of it was bad, but the rest can make up for it',
      'young',
      {
        samples: samples({
          window: { bad: 5, total: 1_000 },
          coverage: 0.1,
        }),
      },
      /10 % of the window/,
    ],
    [
      'little is measured and no good future can make up for it',
      'exhausted',
      {
        samples: samples({
          window: { bad: 50, total: 1_000 },
          coverage: 0.1,
        }),
      },
      /5 % of the events/,
    ],
  ])('when %s, it is %s', (_, state, input, reason) => {
    const status = evaluate(input);
    expect(status.state).toBe(state);
    expect(status.reason ?? '').toMatch(reason ?? /^$/);
  });

  it('has the figures of the mock-up', () => {
    const status = evaluate({
      owner: 'group:default/media-ingest',
      samples: samples({
        burn: {
          300: { bad: 82, total: 1_000 },
          1800: { bad: 81.4, total: 1_000 },
          3600: { bad: 56.9, total: 1_000 },
          7200: { bad: 28.5, total: 1_000 },
          21600: { bad: 9.6, total: 1_000 },
          86400: { bad: 2.5, total: 1_000 },
          259200: { bad: 0.9, total: 1_000 },
        },
      }),
    });
    expect(status).toMatchObject({
      owner: 'group:default/media-ingest',
      objective: 0.999,
      sli: 0.999604,
      events: { bad: 19_008, total: 48_000_000, allowedBad: 48_000 },
      coverage: 1,
      measuredAt: '2026-11-23T14:32:00.000Z',
    });
    expect(status.budgetRemaining).toBeCloseTo(0.604, 9);
    expect(status.budgetRemainingMinutes).toBeCloseTo(26.1, 1);
    // 7 h 39 min
    expect(Math.round((status.timeToExhaustion ?? 0) / 60)).toBe(459);
    expect(
      status.burnRates.map(({ longWindow, longBurnRate, firing }) => [
        longWindow,
        Math.round((longBurnRate ?? 0) * 10) / 10,
        firing,
      ]),
    ).toEqual([
      [3_600, 56.9, true],
      [21_600, 9.6, true],
      [259_200, 0.9, false],
      [86_400, 2.5, false],
    ]);
  });

  it('goes by the last hour for the time left while no pair is over its limit', () => {
    const status = evaluate({
      samples: samples({
        ratio: 0.0005,
        burn: { 3600: { bad: 1.8, total: 1_000 } },
      }),
    });
    expect(status.state).toBe('ok');
    expect(status.timeToExhaustion).toBeCloseTo((0.604 * 2_592_000) / 1.8, 3);
  });

  it('has no time left to tell when the budget is not overspent, or gone', () => {
    expect(
      evaluate({ samples: samples({ ratio: 0.0009 }) }).timeToExhaustion,
    ).toBeUndefined();
    expect(
      evaluate({
        samples: samples({ ratio: 0.1, window: { bad: 1, total: 10 } }),
      }).timeToExhaustion,
    ).toBeUndefined();
  });

  it('keeps the last known figures when it is stale, and none when there is no data', () => {
    expect(
      evaluate({ samples: samples(), stale: 'behind' }).budgetRemaining,
    ).toBeCloseTo(0.604, 9);
    expect(
      evaluate({ samples: samples({ burn: { 300: {} } }) }).budgetRemaining,
    ).toBeUndefined();
  });

  describe('in a calendar month', () => {
    const month: Slo = {
      ...slo,
      objective: '0.99',
      window: { type: 'calendar', unit: 'month', timeZone: 'UTC' },
    };
    const at = (text: string, window: EventCounts, ratio = 0) => ({
      ...samples({ window, ratio }),
      time: Date.parse(text) / 1_000,
    });

    it('spends the budget of the whole month', () => {
      // A tenth of November is over, and 2 % of its events were bad.
      const status = evaluate({
        slo: month,
        samples: at('2026-11-04T00:00Z', { bad: 20_000, total: 1_000_000 }),
      });
      expect(status.state).toBe('ok');
      expect(status.budgetRemaining).toBeCloseTo(0.8, 12);
      expect(status.events).toEqual({
        bad: 20_000,
        total: 1_000_000,
        allowedBad: expect.closeTo(100_000, 6),
      });
      // 1 % of 30 days are 432 minutes.
      expect(status.budgetRemainingMinutes).toBeCloseTo(0.8 * 432, 9);
    });

    // 1 % of November's 43,200 minutes are 432; 100 requests a minute, of which 4,320,000 come.
    it.each([
      // at, bad, left, minutes left, allowed
      ['day 1', '2026-11-01T01:00Z', 100, 431 / 432],
      ['day 15', '2026-11-16T00:00Z', 10_800, 0.75],
      ['the last minute', '2026-11-30T23:59Z', 43_200, 0],
    ])('has on %s what is left of it', (_, now, bad, left) => {
      const begin = Date.parse('2026-11-01T00:00Z') / 1_000;
      const minutes = (Date.parse(now) / 1_000 - begin) / 60;
      const status = evaluate({
        slo: month,
        samples: at(now, { bad, total: minutes * 100 }),
      });
      expect(status.budgetRemaining).toBeCloseTo(left, 9);
      expect(status.budgetRemainingMinutes).toBeCloseTo(left * 432, 6);
      expect(status.events?.allowedBad).toBeCloseTo(43_200, 6);
      expect(status.windowEnd).toBe('2026-12-01T00:00:00.000Z');
    });

    it.each([
      ['2026-12-16T12:00Z', 31],
      ['2026-02-15T00:00Z', 28],
    ])('allows minutes by the days of the month at %s', (now, days) => {
      const status = evaluate({
        slo: month,
        samples: at(now, { bad: 0, total: 10 }),
      });
      expect(status.budgetRemainingMinutes).toBeCloseTo(days * 14.4, 9);
    });

    it('is not exhausted by one bad minute on its first morning', () => {
      const status = evaluate({
        slo: month,
        samples: at('2026-11-01T01:00Z', { bad: 1, total: 60 }),
      });
      expect(status.state).toBe('ok');
    });

    it('is exhausted when the rest of the month cannot make up for it', () => {
      const status = evaluate({
        slo: month,
        samples: at('2026-11-16T00:00Z', { bad: 21, total: 1_000 }),
      });
      expect(status.state).toBe('exhausted');
      expect(status.reason).toMatch(
        /1.05 % of the whole window's events were bad already, 1 % may be/,
      );
      expect(status.budgetRemaining).toBeCloseTo(-0.05, 12);
    });

    it('says when the budget is gone only if that is before the month ends', () => {
      const gone = (now: string) =>
        evaluate({
          slo: month,
          samples: at(now, { bad: 0, total: 1_000 }, 0.02),
        });
      // Twice as fast as evenly: 15 days.
      expect(gone('2026-11-04T00:00Z')).toMatchObject({
        timeToExhaustion: expect.closeTo(15 * 86_400, 3),
        exhaustionWindow: 259_200,
      });
      expect(gone('2026-11-16T00:00Z').timeToExhaustion).toBeUndefined();
    });
  });

  describe('of minutes', () => {
    const uptime: Slo = { ...slo, sli: { type: 'uptime', gauge: 'up' } };

    it('knows no lack of traffic', () => {
      const quiet = samples({
        window: { bad: 0, total: 43_200 },
        burn: { 21600: { bad: 0, total: 0 } },
      });
      expect(evaluate({ slo: uptime, samples: quiet }).state).toBe('ok');
    });

    it('has no data when no minute was looked at', () => {
      const none = samples({ window: { bad: 0, total: 0 } });
      expect(evaluate({ slo: uptime, samples: none }).state).toBe('no-data');
    });

    it('says that it counts them', () => {
      const status = evaluate({
        slo: uptime,
        samples: samples({ window: { bad: 50, total: 43_200 } }),
      });
      expect(status.countedIn).toBe('minutes');
      expect(status.reason).toMatch(/of the minutes in the window were bad/);
    });
  });

  it('needs no bucket of a native histogram', () => {
    expect(
      evaluate({
        slo: {
          ...slo,
          sli: {
            type: 'latency',
            native: true,
            histogram: 'h_seconds',
            thresholdSeconds: 0.3,
          },
        },
        samples: samples({ window: { total: 10 } }),
      }).state,
    ).not.toBe('invalid');
  });

  it('fires no pair with as few events as its minimum', () => {
    const few = samples({ ratio: 1 });
    const firing = (minimumEvents: number) =>
      evaluate({ slo: { ...slo, alerting: { minimumEvents } }, samples: few })
        .burnRates.filter(pair => pair.firing)
        .map(({ longWindow }) => longWindow)
        .sort((a, b) => a - b);
    expect(firing(0)).toEqual([3_600, 21_600, 86_400, 259_200]);
    // The samples have an event a second.
    expect(firing(3_599)).toHaveLength(4);
    expect(firing(3_600)).toEqual([21_600, 86_400, 259_200]);
  });

  it('says by which window the time left goes', () => {
    const status = evaluate({
      samples: samples({
        window: { bad: 1, total: 1e6 },
        burn: {
          3600: { bad: 1, total: 100 },
          300: { bad: 0, total: 100 },
          21600: { bad: 8, total: 1_000 },
          1800: { bad: 8, total: 1_000 },
        },
      }),
    });
    expect(status.burnRates[0].longWindow).toBe(21_600);
    expect(status.exhaustionWindow).toBe(21_600);
    expect(status.timeToExhaustion).toBeCloseTo((0.999 * 2_592_000) / 8, 3);
  });

  it('also takes samples, SLO and time', () => {
    const measured = samples();
    expect(evaluateSloStatus(measured, slo, measured.time)).toEqual(
      evaluate({ samples: measured }),
    );
    expect(evaluateSloStatus(measured, slo, measured.time + 601)).toMatchObject(
      {
        state: 'stale',
        reason: 'Last measured at 2026-11-23T14:32:00.000Z',
      },
    );
    expect(evaluateSloStatus(undefined, slo, 0).state).toBe('no-data');
  });

  it.each([NaN, Infinity, -1])('makes nothing of %d', nonsense => {
    const status = evaluateSloStatus(
      {
        time: nonsense,
        window: { bad: nonsense, total: nonsense },
        burn: { 300: { bad: nonsense, total: nonsense } },
        coverage: nonsense,
      },
      slo,
      0,
    );
    expect(JSON.stringify(status)).not.toMatch(/null|NaN/);
    expect(status.state).toBe('no-data');
  });

  it('never answers what is no figure, whatever was measured', () => {
    const anything = fc.oneof(
      fc.double(),
      fc.double({ min: 0, max: 1e9, noNaN: true }),
      fc.constant(undefined),
    );
    const counts = fc.record({ bad: anything, total: anything });
    const time = fc.oneof(fc.double(), fc.double({ min: 0, max: 4e9 }));
    const windows = fc.constantFrom<Slo['window']>(
      { type: 'rolling', duration: 2_592_000 },
      { type: 'calendar', unit: 'month', timeZone: 'Europe/Berlin' },
    );
    const numbers: number[] = [];
    const collect = (value: unknown): void => {
      if (typeof value === 'number') {
        numbers.push(value);
      } else if (typeof value === 'object' && value !== null) {
        Object.values(value).forEach(collect);
      }
    };
    fc.assert(
      fc.property(
        windows,
        fc.record({
          time,
          window: counts,
          burn: fc.array(counts, { minLength: 7, maxLength: 7 }),
          coverage: fc.double(),
        }),
        fc.option(time, { nil: undefined }),
        (window, measured, now) => {
          const ofWindow = { ...slo, window };
          const burn = recordedWindows([ofWindow]).map((seconds, index) => [
            seconds,
            measured.burn[index],
          ]);
          const status = evaluate({
            slo: ofWindow,
            samples: { ...measured, burn: Object.fromEntries(burn) },
            now,
          });
          collect(status);
          expect(numbers.splice(0).filter(it => !Number.isFinite(it))).toEqual(
            [],
          );
          expect(status.reason ?? '').not.toMatch(/NaN|Infinity|undefined/);
          expect(status.budgetRemaining ?? 1).toBeLessThanOrEqual(1);
          const { bad, total, allowedBad } = status.events ?? {
            bad: 0,
            total: 0,
            allowedBad: 0,
          };
          expect(bad).toBeGreaterThanOrEqual(0);
          expect(total).toBeGreaterThanOrEqual(bad);
          expect(allowedBad).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('compareSloUrgency', () => {
  const base = evaluate({ samples: samples() });
  const firing = [{ ...base.burnRates[0], firing: true }];
  const a = (id: string, part: Partial<SloStatus>): SloStatus => ({
    ...base,
    burnRates: [],
    id,
    ...part,
  });

  it('puts first who needs a person: state, soonest gone, least budget', () => {
    const sorted = [
      a('burning-soon', { state: 'burning', timeToExhaustion: 60 }),
      a('burning-later', { state: 'burning', timeToExhaustion: 600 }),
      a('exhausted-and-burning', {
        state: 'exhausted',
        burnRates: firing,
        budgetRemaining: -0.1,
      }),
      a('exhausted', { state: 'exhausted', budgetRemaining: -2 }),
      a('no-data', { state: 'no-data' }),
      a('warning', { state: 'warning', budgetRemaining: 0.1 }),
      a('invalid', { state: 'invalid' }),
      a('stale', { state: 'stale' }),
      a('young', { state: 'young' }),
      a('no-traffic', { state: 'no-traffic' }),
      a('ok-little', { state: 'ok', budgetRemaining: 0.2 }),
      a('ok-a', { state: 'ok', budgetRemaining: 0.9 }),
      a('ok-b', { state: 'ok', budgetRemaining: 0.9 }),
    ];
    expect(
      [...sorted]
        .reverse()
        .sort(compareSloUrgency)
        .map(({ id }) => id),
    ).toEqual(sorted.map(({ id }) => id));
  });
});
