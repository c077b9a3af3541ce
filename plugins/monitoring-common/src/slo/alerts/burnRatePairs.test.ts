import fc from 'fast-check';
import { SloWindow } from '../../annotations/types';
import { burnRatePairs } from './burnRatePairs';
import { errorBudgetRatio } from '../arithmetic/errorBudgetRatio';
import { errorRatioLimit } from '../arithmetic/errorRatioLimit';
import { formatDuration } from '../../durations/formatDuration';
import { sloWindowSeconds } from '../windows/sloWindowSeconds';
import { BurnRateCatalogue, Slo } from '../types';

const HOUR = 3_600;
const DAY = 24 * HOUR;
type Windowed = Pick<Slo, 'window' | 'alerting' | 'timeSlice'>;
const rolling = (duration: number): Windowed => ({
  window: { type: 'rolling', duration },
});
const days = (n: number) => rolling(n * DAY);
const calendar = (unit: (SloWindow & { type: 'calendar' })['unit']) => ({
  window: { type: 'calendar' as const, unit, timeZone: 'Europe/Berlin' },
});
const write = (slo: Windowed) =>
  burnRatePairs(slo).map(
    ({ tier, severity, longWindow, shortWindow, budgetPercent, limit }) =>
      `${tier} ${severity} ${formatDuration(longWindow)}/${formatDuration(
        shortWindow,
      )} ${budgetPercent}% ${limit}`,
  );

const google = (limits: string[]) => [
  `fast page 1h/5m 2% ${limits[0]}`,
  `medium page 6h/30m 5% ${limits[1]}`,
  `slow ticket 1d/2h 10% ${limits[2]}`,
  `long ticket 3d/6h 10% ${limits[3]}`,
];

const anyWindow = fc
  .integer({ min: 60, max: 90 * 24 * 60 })
  .map(minutes => rolling(minutes * 60));
const anySlice = fc.constantFrom(
  undefined,
  ...[60, 100, 300, 600, 900, 1_800, HOUR, 6 * HOUR, DAY].map(seconds => ({
    seconds,
  })),
);

describe('burnRatePairs', () => {
  it.each([
    // 2 % of 30 days is 14.4 h in 1 h; 5 % is 36 h in 6 h; 10 % is 72 h in 24 h and in 72 h.
    ['30 days', days(30), google(['14.4', '6', '3', '1'])],
    ['14 days', days(14), google(['6.72', '2.8', '1.4', '0.466666666667'])],
    ['28 days', days(28), google(['13.44', '5.6', '2.8', '0.933333333333'])],
    ['90 days', days(90), google(['43.2', '18', '9', '3'])],
    ['a month', calendar('month'), google(['14.4', '6', '3', '1'])],
    ['a quarter', calendar('quarter'), google(['43.2', '18', '9', '3'])],
    [
      'a year',
      calendar('year'),
      google(['175.2', '73', '36.5', '12.1666666667']),
    ],
    [
      '7 days',
      days(7),
      [
        'fast page 1h/5m 8% 13.44',
        'medium page 6h/30m 12.5% 3.5',
        'slow ticket 1d/2h 20% 1.4',
        'long ticket 3d/6h 42% 0.98',
      ],
    ],
    [
      '3 days',
      days(3),
      [
        'fast page 30m/5m 8% 11.52',
        'medium page 2h/10m 12.5% 4.5',
        'slow ticket 6h/30m 15% 1.8',
        'long ticket 1d/2h 35% 1.05',
      ],
    ],
    [
      '1 day',
      days(1),
      [
        'fast page 15m/5m 10% 9.6',
        'medium page 1h/5m 15% 3.6',
        'slow ticket 3h/15m 20% 1.6',
        'long ticket 6h/30m 30% 1.2',
      ],
    ],
    [
      '6 hours',
      rolling(6 * HOUR),
      [
        'fast page 15m/5m 15% 3.6',
        'slow ticket 1h/5m 25% 1.5',
        'long ticket 2h/10m 40% 1.2',
      ],
    ],
    [
      '3 hours',
      rolling(3 * HOUR),
      [
        'fast page 15m/5m 25% 3',
        'slow ticket 30m/5m 30% 1.8',
        'long ticket 1h/5m 45% 1.35',
      ],
    ],
    [
      '1 hour',
      rolling(HOUR),
      ['fast page 15m/5m 50% 2', 'slow ticket 30m/5m 60% 1.2'],
    ],
  ])('fits the built-in catalogue to %s', (_, slo, expected) => {
    expect(write(slo)).toEqual(expected);
  });

  it('has the limits of a catalogue from the configuration', () => {
    const catalogue: BurnRateCatalogue = {
      name: 'patient',
      pairs: [
        {
          tier: 'fast',
          severity: 'page',
          longWindow: 2 * HOUR,
          shortWindow: 600,
          budgetPercent: '2.5',
        },
        {
          tier: 'long',
          severity: 'ticket',
          longWindow: 2 * DAY,
          shortWindow: 4 * HOUR,
          budgetPercent: '15',
        },
      ],
    };
    expect(write({ ...days(28), alerting: { catalogue } })).toEqual([
      'fast page 2h/10m 2.5% 8.4',
      'long ticket 2d/4h 15% 2.1',
    ]);
    // 2.5 % of 7 days is 4.2 h in 2 h; 2 days are less than half of 7.
    expect(write({ ...days(7), alerting: { catalogue } })).toEqual([
      'fast page 2h/10m 2.5% 2.1',
      'long ticket 2d/4h 15% 0.525',
    ]);
    // Of 2 days nothing of it is left: 2.5 % in 2 h is less than evenly.
    expect(write({ ...days(2), alerting: { catalogue } })).toEqual(
      write(days(2)),
    );
  });

  it.each([
    ['15 minutes', 900, ['1h/15m 14.4', '6h/30m 6', '1d/2h 3', '3d/6h 1']],
    ['an hour', HOUR, ['3h/1h 14.4', '6h/1h 6', '1d/2h 3', '3d/6h 1']],
    ['six hours', 6 * HOUR, ['18h/6h 14.4', '36h/6h 6', '3d/6h 3', '6d/6h 1']],
    ['a day', DAY, ['3d/1d 14.4', '6d/1d 6', '12d/1d 3']],
  ])('lets windows hold time slices of %s', (_, seconds, expected) => {
    expect(
      burnRatePairs({ ...days(30), timeSlice: { seconds } }).map(
        pair =>
          `${formatDuration(pair.longWindow)}/${formatDuration(
            pair.shortWindow,
          )} ${pair.limit}`,
      ),
    ).toEqual(expected);
  });

  it('lets short windows hold four scrapes, as far as the interval is known', () => {
    const shorts = (scrapeIntervalSeconds: number) =>
      burnRatePairs(days(30), { scrapeIntervalSeconds }).map(
        ({ shortWindow }) => shortWindow,
      );
    expect(shorts(75)).toEqual([300, 1_800, 7_200, 21_600]);
    expect(shorts(120)).toEqual([480, 1_800, 7_200, 21_600]);
  });

  it('is sensible for every window, with and without time slices', () => {
    fc.assert(
      fc.property(anyWindow, anySlice, (slo, timeSlice) => {
        const window = sloWindowSeconds(slo.window);
        const pairs = burnRatePairs({ ...slo, timeSlice });
        for (const pair of pairs) {
          expect(pair.shortWindow).toBeGreaterThanOrEqual(
            Math.max(300, timeSlice?.seconds ?? 0),
          );
          expect(pair.shortWindow * 3).toBeLessThanOrEqual(pair.longWindow);
          expect(pair.longWindow * 2).toBeLessThanOrEqual(window);
          expect(pair.longWindow % 60).toBe(0);
          expect(pair.shortWindow % 60).toBe(0);
          const share = Number(pair.budgetPercent) / 100;
          expect(Number(pair.limit)).toBeCloseTo(
            (share * window) / pair.longWindow,
            6,
          );
        }
        const paging = pairs.filter(({ severity }) => severity === 'page');
        expect(paging.filter(({ limit }) => Number(limit) <= 1)).toEqual([]);
        const longs = pairs.map(({ longWindow }) => longWindow);
        expect(longs).toEqual([...new Set(longs)].sort((a, b) => a - b));
        const limits = pairs.map(({ limit }) => Number(limit));
        expect(limits).toEqual([...new Set(limits)].sort((a, b) => b - a));
      }),
    );
  });

  it('pages and opens tickets for every window', () => {
    fc.assert(
      fc.property(anyWindow, slo => {
        const severities = burnRatePairs(slo).map(({ severity }) => severity);
        expect(severities[0]).toBe('page');
        expect(severities[severities.length - 1]).toBe('ticket');
      }),
    );
  });
});

describe('errorRatioLimit', () => {
  it.each([
    ['0.999', ['0.0144', '0.006', '0.003', '0.001']],
    ['0.9995', ['0.0072', '0.003', '0.0015', '0.0005']],
    ['0.95', ['0.72', '0.3', '0.15', '0.05']],
    ['0.9', ['1.44', '0.6', '0.3', '0.1']],
  ])('prints the limits of an objective of %s as %p', (objective, limits) => {
    expect(
      burnRatePairs(days(30)).map(pair => errorRatioLimit(pair, objective)),
    ).toEqual(limits);
  });

  it('never prints the noise of binary floats', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999 }), n => {
        const objective = `0.${n.toString().padStart(4, '0')}`;
        expect(errorBudgetRatio(objective)).toMatch(/^0\.\d{1,4}$/);
        for (const pair of burnRatePairs(days(30))) {
          expect(errorRatioLimit(pair, objective)).toMatch(/^\d+(\.\d{1,5})?$/);
        }
      }),
    );
  });
});
