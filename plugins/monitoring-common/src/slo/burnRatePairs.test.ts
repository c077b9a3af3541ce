import fc from 'fast-check';
import { burnRatePairs } from './burnRatePairs';
import { errorBudgetRatio } from './errorBudgetRatio';
import { errorRatioLimit } from './errorRatioLimit';

const DAY = 86_400;
const days = (n: number) => ({ type: 'rolling' as const, duration: n * DAY });

describe('burnRatePairs', () => {
  it.each([
    [7, ['13.44', '3.5', '1.4', '0.98']],
    [28, ['13.44', '5.6', '2.8', '0.933333333333']],
    [30, ['14.4', '6', '3', '1']],
    [90, ['43.2', '18', '9', '3']],
  ])('has for %d days the limits %p', (n, limits) => {
    expect(burnRatePairs(days(n)).map(({ limit }) => limit)).toEqual(limits);
  });

  it('pages on 1 h and 6 h, and opens tickets on 1 d and 3 d', () => {
    expect(
      burnRatePairs(days(30)).map(pair => [
        pair.severity,
        pair.longWindow,
        pair.shortWindow,
      ]),
    ).toEqual([
      ['page', 3_600, 300],
      ['page', 21_600, 1_800],
      ['ticket', 86_400, 7_200],
      ['ticket', 259_200, 21_600],
    ]);
  });

  it('never has a short window under 5 minutes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 7, max: 90 }), n => {
        for (const pair of burnRatePairs(days(n))) {
          expect(pair.shortWindow).toBeGreaterThanOrEqual(300);
        }
      }),
    );
  });

  it('has the limits of 30 days for a calendar month', () => {
    expect(
      burnRatePairs({ type: 'calendar', unit: 'month', timeZone: 'UTC' }),
    ).toEqual(burnRatePairs(days(30)));
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
