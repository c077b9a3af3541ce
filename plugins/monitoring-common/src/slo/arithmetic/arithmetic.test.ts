import fc from 'fast-check';
import { allowedBadEvents } from './allowedBadEvents';
import { budgetMinutes } from './budgetMinutes';
import { budgetRemaining } from './budgetRemaining';
import { burnRate } from './burnRate';
import { burnRateThreshold } from './burnRateThreshold';
import { errorRatio } from './errorRatio';
import { timeToExhaustionSeconds } from './timeToExhaustionSeconds';

const DAY = 86_400;
const ratio = fc.double({ min: 0, max: 1, noNaN: true });
const budget = fc.double({ min: 0.00001, max: 0.5, noNaN: true });

describe('SLO arithmetic', () => {
  it.each([
    // errors, budget, burn
    [0, 0.001, 0],
    [0.001, 0.001, 1],
    [0.0144, 0.001, 14.4],
    [1, 0.001, 1000],
    [0.05, 0.05, 1],
  ])('an error ratio of %d against a budget of %d burns %d×', (e, b, burn) => {
    expect(burnRate(e, b)).toBeCloseTo(burn, 9);
  });

  it.each([
    // share, long window, SLO window, factor of the workbook
    [0.02, 3_600, 30 * DAY, 14.4],
    [0.05, 21_600, 30 * DAY, 6],
    [0.1, DAY, 30 * DAY, 3],
    [0.1, 3 * DAY, 30 * DAY, 1],
    [0.02, 3_600, 28 * DAY, 13.44],
  ])('%d of the budget in %d s of a %d s window is %d×', (s, l, w, factor) => {
    expect(burnRateThreshold(s, l, w)).toBeCloseTo(factor, 9);
  });

  it.each([
    [0, 0.001, 1],
    [0.0005, 0.001, 0.5],
    [0.001, 0.001, 0],
    [0.003, 0.001, -2],
  ])('an error ratio of %d leaves of a budget of %d: %d', (e, b, left) => {
    expect(budgetRemaining(e, b)).toBeCloseTo(left, 9);
  });

  it('allows 48,000 of 48,000,000 events to fail at 99.9 %', () => {
    expect(allowedBadEvents(48_000_000, 0.001)).toBe(48_000);
  });

  it.each([
    [30 * DAY, 0.001, 43.2],
    [30 * DAY, 0.005, 216],
    [7 * DAY, 0.01, 100.8],
  ])('a window of %d s with a budget of %d is %d min of outage', (w, b, m) => {
    expect(budgetMinutes(w, b)).toBeCloseTo(m, 9);
  });

  it.each([
    [1, 14.4, 30 * DAY, 50 * 3_600],
    [0.604, 56.9, 30 * DAY, 27_514],
    [0.5, 1, 30 * DAY, undefined],
    [0.5, 0.2, 30 * DAY, undefined],
    [-0.042, 1.4, 30 * DAY, 0],
  ])(
    'with %d left at %d× of %d s, the budget is gone in %p s',
    (r, b, w, t) => {
      const seconds = timeToExhaustionSeconds(r, b, w);
      expect(seconds === undefined ? undefined : Math.round(seconds)).toBe(t);
    },
  );

  it.each([
    // left, burn, window, seconds to the end of the month, gone in
    [0.5, 10, 30 * DAY, 20 * DAY, 1.5 * DAY],
    // Less than evenly, and yet it is gone before the month is over.
    [0.1, 0.5, 30 * DAY, 10 * DAY, 6 * DAY],
    [0.5, 1, 30 * DAY, 10 * DAY, undefined],
    [0.5, 0, 30 * DAY, 10 * DAY, undefined],
    [-0.2, 2, 30 * DAY, 10 * DAY, 0],
  ])(
    'in a calendar window with %d left at %d× of %d s and %d s to go: %p',
    (left, burn, window, toGo, gone) => {
      const seconds = timeToExhaustionSeconds(left, burn, window, toGo);
      expect(seconds === undefined ? undefined : Math.round(seconds)).toBe(
        gone,
      );
    },
  );

  it('spends of a calendar budget only what is over of the window', () => {
    // 2 % bad in the first tenth of a month that may have 1 %.
    expect(budgetRemaining(0.02, 0.01, 0.1)).toBeCloseTo(0.8, 12);
    expect(budgetRemaining(0.02, 0.01, 0)).toBe(1);
  });

  it.each([NaN, Infinity, -Infinity])('has no figure for %d', value => {
    expect(burnRate(value, 0.001)).toBeUndefined();
    expect(budgetRemaining(value, 0.001)).toBeUndefined();
    expect(timeToExhaustionSeconds(value, 2, DAY)).toBe(
      value === -Infinity ? 0 : undefined,
    );
    expect(timeToExhaustionSeconds(0.5, value, DAY)).toBe(
      value === Infinity ? 0 : undefined,
    );
    expect(errorRatio({ bad: value, total: 1 })).toBeUndefined();
    expect(errorRatio({ bad: 1, total: NaN })).toBeUndefined();
  });

  it.each([0, -0.1, NaN])('has no figure for a budget of %d', nothing => {
    expect(burnRate(0.1, nothing)).toBeUndefined();
    expect(budgetRemaining(0.1, nothing)).toBeUndefined();
  });

  it.each([
    [{ bad: 1, total: 0 }, undefined],
    [{ bad: 0, total: 0 }, undefined],
    [{ bad: 3, total: 2 }, 1],
    [{ bad: -1, total: 2 }, 0],
    [{ total: 2 }, undefined],
    [{ bad: 1, total: 4 }, 0.25],
  ])('%j has an error ratio of %p', (counts, expected) => {
    expect(errorRatio(counts)).toBe(expected);
  });

  it('leaves less of a budget the more of the events are bad', () => {
    fc.assert(
      fc.property(ratio, ratio, budget, (one, other, b) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        expect(budgetRemaining(less, b)!).toBeGreaterThanOrEqual(
          budgetRemaining(more, b)!,
        );
        expect(burnRate(less, b)!).toBeLessThanOrEqual(burnRate(more, b)!);
      }),
    );
  });

  it('allows over two windows together what it allows over each', () => {
    const events = fc.integer({ min: 0, max: 1e12 });
    fc.assert(
      fc.property(events, events, budget, (one, other, b) => {
        expect(
          allowedBadEvents(one, b) + allowedBadEvents(other, b),
        ).toBeCloseTo(allowedBadEvents(one + other, b), 3);
      }),
    );
  });

  it('burns over two windows together at their mean, weighed by events', () => {
    const counts = fc
      .tuple(fc.integer({ min: 1, max: 1e9 }), ratio)
      .map(([total, share]) => ({ bad: Math.floor(total * share), total }));
    fc.assert(
      fc.property(counts, counts, budget, (one, other, b) => {
        const both = {
          bad: one.bad + other.bad,
          total: one.total + other.total,
        };
        const rate = (of: typeof both) => burnRate(errorRatio(of)!, b)!;
        const mean =
          (rate(one) * one.total + rate(other) * other.total) / both.total;
        expect(rate(both) / (mean || 1)).toBeCloseTo(mean ? 1 : 0, 9);
      }),
    );
  });

  it('is gone sooner the faster it burns', () => {
    const rate = fc.double({ min: 1.001, max: 1_000, noNaN: true });
    fc.assert(
      fc.property(rate, rate, (one, other) => {
        const [slow, fast] = [Math.min(one, other), Math.max(one, other)];
        expect(timeToExhaustionSeconds(0.5, fast, DAY)!).toBeLessThanOrEqual(
          timeToExhaustionSeconds(0.5, slow, DAY)!,
        );
      }),
    );
  });

  it('spends exactly the budget when it burns at 1× for the whole window', () => {
    fc.assert(
      fc.property(budget, b => {
        expect(budgetRemaining(b * burnRate(b, b)!, b)).toBeCloseTo(0, 9);
      }),
    );
  });

  it('never has more than the whole budget left', () => {
    fc.assert(
      fc.property(ratio, budget, (e, b) => {
        expect(budgetRemaining(e, b)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
