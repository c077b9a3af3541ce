import fc from 'fast-check';
import dateMath from '../__fixtures__/dateMath.json';
import intervals from '../__fixtures__/intervals.json';
import querySteps from '../__fixtures__/querySteps.json';
import { builtInVariables, interpolateVariables } from '../variables';
import { alignRange } from './alignRange';
import { calculateQueryStep } from './calculateQueryStep';
import {
  formatGrafanaInterval,
  formatGoDuration,
} from './formatGrafanaInterval';
import { parseGrafanaInterval } from './parseGrafanaInterval';
import { parseTimeExpression } from './parseTimeExpression';
import { roundInterval } from './roundInterval';
import { roundStep } from './roundStep';

describe('roundInterval', () => {
  it.each(intervals.ladder)('makes %s ms %s ms', (input, interval) => {
    expect(roundInterval(Number(input))).toBe(interval);
  });

  it.each([
    [17_499, 15_000],
    [17_500, 20_000],
    [89_999, 60_000],
    [90_000, 120_000],
  ])('has the bound of Grafana at %s ms', (input, interval) => {
    expect(roundInterval(input)).toBe(interval);
  });
});

describe('roundStep', () => {
  it.each([
    [45_000, 30_000],
    [45_001, 60_000],
    [90_000, 60_000],
    [90_001, 120_000],
    [86_400_000, 43_200_000],
    [604_800_000, 86_400_000],
    [604_801_000, 604_800_000],
    [1_814_400_000, 604_800_000],
    [63_071_999_000, 2_592_000_000],
    [63_072_000_000, 31_536_000_000],
  ])("has the bound of Grafana's server at %s ms", (input, step) => {
    expect(roundStep(input)).toBe(step);
  });
});

describe('calculateQueryStep', () => {
  it.each(intervals.rows as [number, number, string, string, number][])(
    'over %s ms in %s points with at least %s takes steps of %s',
    (range, maxDataPoints, minInterval, text, interval) => {
      const { stepSeconds } = calculateQueryStep({
        from: 0,
        to: range,
        maxDataPoints,
        minInterval,
        scrapeInterval: '1s',
      });
      expect(stepSeconds * 1000).toBe(interval);
      expect(formatGrafanaInterval(interval)).toBe(text);
    },
  );

  it.each(querySteps as RecordedStep[])(
    'queries as a recorded Grafana 12.4: %s',
    (_, range, maxDataPoints, intervalMs, own, factor, asked, sent, step) => {
      const times = { from: 1_767_229_200_000, to: 1_767_229_200_000 + range };
      const result = calculateQueryStep({
        ...times,
        maxDataPoints,
        minInterval: `${intervalMs}ms`,
        targetInterval: own ?? undefined,
        intervalFactor: factor ?? undefined,
      });
      expect(result.stepSeconds).toBe(step);
      const builtIns = builtInVariables({ ...times, ...result });
      expect(interpolateVariables(asked, { variables: {}, builtIns })).toBe(
        sent,
      );
    },
  );

  it.each([
    ['1h in 500 points', { to: 3_600_000 }, 15, 60],
    ['6h in 500 points', { to: 21_600_000 }, 30, 60],
    ['24h in 500 points', { to: 86_400_000 }, 120, 135],
    [
      'a bound of the ladder, with a smallest step of its own',
      { to: 900_000, maxDataPoints: 20, targetInterval: '5s' },
      30,
      65,
    ],
    ['parts of a minute', { to: 60_000, targetInterval: '0.5m' }, 30, 120],
    ['scraped every minute', { to: 3_600_000, scrapeInterval: '1m' }, 60, 240],
    [
      'a step as long as the rate interval',
      { to: 3_600_000, targetInterval: '$__rate_interval' },
      60,
      60,
    ],
    [
      'never more than 11,000 points',
      { to: 86_400_000 * 30, maxDataPoints: 1e6, targetInterval: '1s' },
      300,
      16,
    ],
  ])('of %s', (_, options, stepSeconds, rateIntervalSeconds) => {
    expect(calculateQueryStep({ from: 0, ...options })).toEqual({
      stepSeconds,
      rateIntervalSeconds,
    });
  });

  it('never asks for more points than Prometheus gives', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_000, max: 86_400_000 * 365 }),
        fc.integer({ min: 10, max: 5_000 }),
        (range, maxDataPoints) => {
          const { stepSeconds } = calculateQueryStep({
            from: 0,
            to: range,
            maxDataPoints,
          });
          expect(range / (stepSeconds * 1000)).toBeLessThanOrEqual(11_000);
        },
      ),
    );
  });
});

type RecordedStep = [
  name: string,
  range: number,
  maxDataPoints: number,
  intervalMs: number,
  own: string | null,
  factor: number | null,
  asked: string,
  sent: string,
  step: number,
];

describe('alignRange', () => {
  it('moves both ends back to a multiple of the step', () => {
    expect(alignRange(61_000, 199_000, 60)).toEqual({
      from: 60_000,
      to: 180_000,
    });
  });

  it('follows the days of a zone', () => {
    const day = 86_400;
    expect(alignRange(100_000_000, 200_000_000, day, 3_600)).toEqual({
      from: 82_800_000,
      to: 169_200_000,
    });
  });
});

describe('parseGrafanaInterval', () => {
  it.each([
    ['15s', 15_000],
    ['1m', 60_000],
    ['2m30s', 150_000],
    ['1M', 2_592_000_000],
    ['100ms', 100],
    ['>10s', 10_000],
    ['15', 15_000],
    ['0.5m', 30_000],
    ['1.5h30s', 5_430_000],
    ['0.5', undefined],
    ['', undefined],
    ['0s', undefined],
    ['$__interval', undefined],
  ])('reads "%s"', (text, milliseconds) => {
    expect(parseGrafanaInterval(text)).toBe(milliseconds);
  });
});

describe('formatGoDuration', () => {
  it.each([
    [60_000, '1m0s'],
    [315_000, '5m15s'],
    [45_000, '45s'],
    [7_200_000, '2h0m0s'],
    [500, '500ms'],
  ])('writes %s ms as %s', (milliseconds, text) => {
    expect(formatGoDuration(milliseconds)).toBe(text);
  });
});

describe('parseTimeExpression', () => {
  const now = Date.parse(dateMath.now);

  it.each(dateMath.rows)('reads "%s"', (text, from, to) => {
    expect(parseTimeExpression(text, now)).toBe(Date.parse(from));
    expect(parseTimeExpression(text, now, true)).toBe(Date.parse(to));
  });

  it('reads Unix milliseconds', () => {
    expect(parseTimeExpression('1700000000000', now)).toBe(1_700_000_000_000);
  });

  it.each(['', 'yesterday', 'now-', 'now-5x', 'now 5m'])(
    'refuses "%s"',
    text => {
      expect(parseTimeExpression(text, now)).toBeUndefined();
    },
  );
});
