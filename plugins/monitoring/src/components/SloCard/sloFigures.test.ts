import { aSlo } from '../../__testUtils__';
import { remainingEvents, sloTone, totalBudgetMinutes } from './sloFigures';

describe('totalBudgetMinutes', () => {
  it('is the share that may fail of a rolling window', () => {
    expect(totalBudgetMinutes(aSlo({ objective: 0.999 }))).toBeCloseTo(43.2, 9);
  });

  it('counts a calendar month as 30 days', () => {
    const window = {
      type: 'calendar',
      unit: 'month',
      timeZone: 'UTC',
    } as const;
    expect(totalBudgetMinutes(aSlo({ window }))).toBeCloseTo(43.2, 9);
  });

  it('goes by the length of the month where its end is known', () => {
    const window = {
      type: 'calendar',
      unit: 'month',
      timeZone: 'Europe/Berlin',
    } as const;
    // 31 days and the hour that October gets back.
    expect(
      totalBudgetMinutes(aSlo({ window, windowEnd: '2026-10-31T23:00:00Z' })),
    ).toBeCloseTo((31 * 24 + 1) * 60 * 0.001, 9);
  });
});

describe('remainingEvents', () => {
  it('is never more than the whole events that the budget allows', () => {
    const events = { bad: 0, total: 8064, allowedBad: 80.64 };
    expect(remainingEvents(aSlo({ events }))).toBe(80);
  });

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
