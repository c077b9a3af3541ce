import { SloHistory } from '@sightline/backstage-plugin-monitoring-common';
import { STORY_HISTORY } from '../../__testUtils__';
import { budgetAsSpent } from './budgetAsSpent';

const DAY = 86_400;
const WINDOW = { type: 'rolling', duration: 4 * DAY } as const;

function aHistory(changes: Partial<SloHistory> = {}): SloHistory {
  return {
    ...STORY_HISTORY,
    times: [0, 1, 2, 3, 4].map(day => day * DAY),
    step: DAY,
    // On the second day the window held little traffic, and the incident left it no budget.
    budgetRemaining: [1, -0.8, 0.2, 0.4, 0.5],
    events: { bad: [0, 40, 0, 0, 10], total: [10, 100, 300, 300, 300] },
    ...changes,
  };
}

const slo = (allowedBad: number, window: any = WINDOW) => ({
  window,
  events: { bad: 50, total: 1_000, allowedBad },
});

describe('budgetAsSpent', () => {
  it('falls by what was spent, from all of the budget to what is left', () => {
    const shares = budgetAsSpent(aHistory(), slo(100))!;
    expect(shares).toHaveLength(5);
    [1, 0.6, 0.6, 0.6, 0.5].forEach((share, index) =>
      expect(shares[index]).toBeCloseTo(share, 12),
    );
  });

  it('never rises, and is the same over a part of the window', () => {
    const whole = budgetAsSpent(aHistory(), slo(100))!;
    const part = aHistory();
    const last = budgetAsSpent(
      {
        ...part,
        times: part.times.slice(2),
        budgetRemaining: part.budgetRemaining.slice(2),
        events: {
          bad: part.events.bad.slice(2),
          total: part.events.total.slice(2),
        },
      },
      slo(100),
    );
    expect(last).toEqual(whole.slice(2));
  });

  it('ends below nothing when more than the budget was spent', () => {
    const shares = budgetAsSpent(
      aHistory({ budgetRemaining: [1, -0.8, 0, -0.1, -0.25] }),
      slo(40),
    )!;
    expect(shares[0]).toBeCloseTo(1, 12);
    expect(shares[4]).toBeCloseTo(-0.25, 12);
  });

  it('has a gap where nothing was measured', () => {
    const shares = budgetAsSpent(
      aHistory({
        budgetRemaining: [null, null, 0.2, 0.4, 0.5],
        events: {
          bad: [null, null, 0, 0, 10],
          total: [null, null, 300, 300, 300],
        },
      }),
      slo(100),
    );
    expect(shares?.slice(0, 2)).toEqual([null, null]);
    expect(shares?.[2]).toBeCloseTo(0.6, 12);
  });

  it.each<[string, Partial<SloHistory>, ReturnType<typeof slo>]>([
    [
      'longer than the window',
      { times: [0, 9, 18, 27, 36].map(d => d * DAY) },
      slo(100),
    ],
    [
      'of a calendar window',
      {},
      slo(100, { type: 'calendar', unit: 'month', timeZone: 'UTC' }),
    ],
    [
      'of nothing',
      { budgetRemaining: [null, null, null, null, null] },
      slo(100),
    ],
    [
      'without events',
      { events: { bad: [null, null], total: [null, null] } },
      slo(100),
    ],
    ['without a budget', {}, slo(0)],
  ])('does not tell of a history %s', (_, changes, given) => {
    expect(budgetAsSpent(aHistory(changes), given)).toBeUndefined();
  });
});
