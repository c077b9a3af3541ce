import { anSlo } from '../__testUtils__/anSlo';
import { sloWarnings } from './sloWarnings';
import { Slo } from '../types';
import { SloFacts } from './SloFacts';

const HOUR = 3_600;
const DAY = 24 * HOUR;

const availability = anSlo();
const latency: Slo = {
  ...availability,
  id: 'latency-400-ms',
  sli: {
    type: 'latency',
    histogram: 'request_duration_seconds',
    thresholdSeconds: 0.4,
  },
  objective: '0.95',
};

const messages = (changes: Partial<Slo>, facts?: SloFacts) =>
  sloWarnings({ ...availability, ...changes }, facts).map(
    ({ message }) => message,
  );

describe('sloWarnings', () => {
  it('has nothing to say of an SLO of which nothing is to be said', () => {
    expect(
      sloWarnings(availability, {
        scrapeIntervalSeconds: 60,
        eventsPerSecond: 100,
        bucketBounds: [],
      }),
    ).toEqual([]);
  });

  it('warns the author of the annotation', () => {
    expect(sloWarnings({ ...availability, objective: '0.9' })).toEqual([
      {
        annotation: 'monitoring/slos',
        severity: 'warning',
        message:
          "The burn-rate alert of 'availability' over 1h can never fire, because at an objective of 90 % it needs more than 100 % errors; it is left out, the others are used",
        example: 'availability 99.9% 30d',
      },
    ]);
  });

  it('says when no pair at all can fire', () => {
    expect(
      messages({
        objective: '0.01',
        window: { type: 'rolling', duration: 90 * DAY },
      }),
    ).toEqual([
      expect.stringMatching(
        /over 1h, 6h, 1d, 3d can never fire.*only the alert on a spent budget/,
      ),
    ]);
  });

  it.each([
    // 36 events an hour; one bad one is 2.8 %, over 14.4 × 0.1 %. 70 would make it 1.43 %.
    [0.01, '0.999', undefined, ['1h has about 36 and needs 70', 'min=70']],
    // 3.6, 21.6, 86.4 and 259 events; one of 1,000 is exactly the budget, one of 1,001 is less.
    [
      0.001,
      '0.999',
      undefined,
      ['3d has about 260 and needs 1001', 'min=1001'],
    ],
    [0.01, '0.99', undefined, []],
    [0.01, '0.999', 70, []],
    [0.01, '0.999', 69, []],
    [0.01, '0.999', 68, ['needs 70']],
  ])(
    'judges %p events a second at %s with a minimum of %p',
    (eventsPerSecond, objective, minimumEvents, expected) => {
      const said = messages(
        { objective, alerting: { minimumEvents } },
        { eventsPerSecond },
      );
      expect(said).toHaveLength(expected.length > 0 ? 1 : 0);
      expect(expected.filter(text => !said[0].includes(text))).toEqual([]);
    },
  );

  it.each([
    [[0.25, 0.5, 1], 'the next lower one, 250 ms', 'latency 95% < 250ms'],
    [[0.5, 1], 'the next higher one, 500 ms', 'latency 95% < 500ms'],
    [[0.1, Infinity], 'the next lower one, 100 ms', 'latency 95% < 100ms'],
  ])('names bounds beside 400 ms of %p', (bucketBounds, text, example) => {
    const [warning] = sloWarnings(latency, { bucketBounds });
    expect(warning.message).toContain("'request_duration_seconds'");
    expect(warning.message).toContain('no bucket of 400 ms');
    expect(warning.message).toContain(text);
    expect(warning.example).toBe(example);
  });

  it('knows a bound however it was computed, and asks none of a native histogram', () => {
    expect(sloWarnings(latency, { bucketBounds: [0.1 * 4] })).toEqual([]);
    expect(
      sloWarnings(
        { ...latency, sli: { ...latency.sli, native: true } as Slo['sli'] },
        { bucketBounds: [1] },
      ),
    ).toEqual([]);
  });

  it('warns of short windows under four scrapes', () => {
    expect(messages({}, { scrapeIntervalSeconds: 75 })).toEqual([]);
    expect(messages({}, { scrapeIntervalSeconds: 120 })).toEqual([
      expect.stringMatching(/over 1h\/5m hold fewer than 4 scrapes.*every 75s/),
    ]);
  });

  it('warns of a label that Prometheus refuses', () => {
    expect(messages({ selector: 'plug-l1="x"' })).toEqual([
      expect.stringMatching(/refuses the label matchers plug-l1="x"/),
    ]);
  });

  it('says which windows it fitted', () => {
    expect(messages({ window: { type: 'rolling', duration: DAY } })).toEqual([
      expect.stringContaining(
        'fitted to it: 15m/5m at 9.6 times, 1h/5m at 3.6 times',
      ),
    ]);
    const catalogue = {
      name: 'patient',
      pairs: [
        {
          tier: 'fast' as const,
          severity: 'page' as const,
          longWindow: 2 * HOUR,
          shortWindow: 600,
          budgetPercent: '2.5',
        },
        {
          tier: 'long' as const,
          severity: 'ticket' as const,
          longWindow: 5 * DAY,
          shortWindow: 6 * HOUR,
          budgetPercent: '20',
        },
      ],
    };
    expect(messages({ alerting: { catalogue } })).toEqual([]);
    expect(
      messages({
        alerting: { catalogue },
        window: { type: 'rolling', duration: 7 * DAY },
      }),
    ).toEqual([
      expect.stringMatching(/'patient' is not made for the window of 7d/),
    ]);
  });

  it('says that a time slice is longer than a short window', () => {
    const sliced = (seconds: number) =>
      messages({
        budgetingMethod: 'Timeslices',
        timeSlice: { seconds, target: '0.99' },
      });
    expect(sliced(60)).toEqual([]);
    expect(sliced(300)).toEqual([]);
    expect(sliced(HOUR)).toEqual([
      expect.stringMatching(
        /time slices of 1h.*over 1h, 6h,.*windows used are 3h\/1h, 6h\/1h, 1d\/2h, 3d\/6h/,
      ),
    ]);
  });

  it('has nothing to say of a calendar window, which its team cannot mend', () => {
    expect(
      messages({
        window: { type: 'calendar', unit: 'month', timeZone: 'Europe/Berlin' },
      }),
    ).toEqual([]);
  });
});
