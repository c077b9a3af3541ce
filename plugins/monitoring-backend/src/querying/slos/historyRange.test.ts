import { historyRange } from './historyRange';

const DAY = 86_400;
const HOUR = 3_600;
/** A full hour. */
const BEGIN = 1_800_000_000;
/** Every minute of an hour, a second past it. */
const moments = Array.from({ length: 60 }, (_, minute) => [
  BEGIN + 60 * minute + 1,
]);

const gridOf = (now: number, isCalendar: boolean) =>
  historyRange(
    {},
    {
      windowSeconds: 30 * DAY,
      lead: 30 * DAY,
      now: now * 1_000,
      isCalendar,
    },
  );

describe('historyRange', () => {
  it.each(moments)('ends about now for a rolling window, at %p', now => {
    const { end, step } = gridOf(now, false);
    expect(step).toBe(600);
    expect(now - end).toBeLessThan(300);
  });

  it.each(moments)(
    'has a step end when a calendar window begins, at %p',
    now => {
      const { start, end, step } = gridOf(now, true);
      expect(now - end).toBeLessThan(600);
      const midnight = Math.floor(BEGIN / DAY) * DAY;
      for (const zone of [0, HOUR, HOUR / 2, -7 * HOUR]) {
        expect(Math.abs((midnight + zone - start) % step)).toBe(0);
      }
    },
  );
});
