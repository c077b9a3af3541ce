import { aSlo } from '../../__testUtils__';
import { remainingEvents, sloTone, totalBudgetMinutes } from './sloFigures';

describe('totalBudgetMinutes', () => {
  it('is the share that may fail of a rolling window', () => {
    expect(totalBudgetMinutes(aSlo({ objective: 0.999 }))).toBeCloseTo(43.2, 9);
  });

  it('follows from what is left of a calendar window', () => {
    const window = {
      type: 'calendar',
      unit: 'month',
      timeZone: 'UTC',
    } as const;
    expect(
      totalBudgetMinutes(
        aSlo({ window, budgetRemaining: 0.5, budgetRemainingMinutes: 21.6 }),
      ),
    ).toBeCloseTo(43.2, 9);
    expect(
      totalBudgetMinutes(aSlo({ window, budgetRemaining: 0 })),
    ).toBeUndefined();
  });
});

describe('remainingEvents', () => {
  it('never falls below zero when the budget is overspent', () => {
    const events = { bad: 120, total: 1000, allowedBad: 100 };
    expect(remainingEvents(aSlo({ events }))).toBe(0);
  });
});

describe('sloTone', () => {
  it('colours only what somebody has to act on', () => {
    expect(sloTone('exhausted')).toBe('error');
    expect(sloTone('burning')).toBe('error');
    expect(sloTone('warning')).toBe('warning');
    expect(sloTone('ok')).toBe('neutral');
    expect(sloTone('no-data')).toBe('neutral');
  });
});
