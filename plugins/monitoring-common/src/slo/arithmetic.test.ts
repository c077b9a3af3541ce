import fc from 'fast-check';
import { allowedBadEvents } from './allowedBadEvents';
import { budgetMinutes } from './budgetMinutes';
import { budgetRemaining } from './budgetRemaining';
import { burnRate } from './burnRate';
import { burnRateThreshold } from './burnRateThreshold';
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

  it('spends exactly the budget when it burns at 1× for the whole window', () => {
    fc.assert(
      fc.property(budget, b => {
        expect(budgetRemaining(b * burnRate(b, b), b)).toBeCloseTo(0, 9);
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
