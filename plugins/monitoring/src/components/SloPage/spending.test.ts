import {
  aSlo,
  STORY_HISTORY,
  STORY_INCIDENTS,
  STORY_STATUS,
} from '../../__testUtils__';
import { incidentsWithin, nextToLeave, spending } from './spending';

describe('spending', () => {
  it('adds up to what is spent', () => {
    const result = spending(STORY_STATUS, STORY_INCIDENTS)!;
    expect(result.incidents.map(({ bad }) => bad)).toEqual([3792, 4080, 5376]);
    expect(result.background).toEqual({ bad: 5760, share: 0.12 });
    expect(result.total).toEqual({ bad: 19_008, share: 0.396 });
  });

  it('adds up as written, whatever the rounding', () => {
    const slo = aSlo({
      budgetRemaining: 1 - 0.33335,
      events: { bad: 100.4, total: 1e6, allowedBad: 300 },
    });
    const incidents = [1, 2, 3].map(start => ({
      start,
      end: start + 0.5,
      bad: 33.4,
      budgetShare: 0.11149,
    }));
    const { incidents: rows, background, total } = spending(slo, incidents)!;
    const sum = rows.reduce((all, { share }) => all + share, background.share);
    expect(sum).toBeCloseTo(total.share, 9);
    expect(background.share).toBeGreaterThanOrEqual(0);
    expect(rows.reduce((all, { bad }) => all + bad, background.bad)).toBe(
      total.bad,
    );
  });

  it('is never less than its incidents, which are measured a little later', () => {
    const slo = aSlo({
      budgetRemaining: 0.95,
      events: { bad: 10, total: 1e6, allowedBad: 1000 },
    });
    const result = spending(slo, [{ start: 1, bad: 12, budgetShare: 0.06 }])!;
    expect(result.background).toEqual({ bad: 0, share: 0 });
    expect(result.total).toEqual({ bad: 12, share: 0.06 });
  });

  it('says nothing when the budget is not known', () => {
    expect(spending(aSlo({ budgetRemaining: undefined }), [])).toBeUndefined();
  });
});

describe('nextToLeave', () => {
  it('is the oldest incident, once all of it is out of the window', () => {
    const next = nextToLeave(STORY_STATUS, STORY_INCIDENTS);
    expect(next?.incident.budgetShare).toBe(0.112);
    expect(new Date(next!.time * 1000).toISOString()).toBe(
      '2026-11-30T09:52:00.000Z',
    );
  });

  it('is none of a calendar window, which forgets all at once', () => {
    const slo = aSlo({
      window: { type: 'calendar', unit: 'month', timeZone: 'UTC' },
    });
    expect(nextToLeave(slo, STORY_INCIDENTS)).toBeUndefined();
  });
});

describe('incidentsWithin', () => {
  it('leaves out what began before the window', () => {
    const before = {
      start: 1,
      end: STORY_HISTORY.times[3],
      bad: 9,
      budgetShare: 0.1,
    };
    expect(
      incidentsWithin({
        ...STORY_HISTORY,
        incidents: [before, ...STORY_INCIDENTS],
      }),
    ).toEqual(STORY_INCIDENTS);
  });
});
