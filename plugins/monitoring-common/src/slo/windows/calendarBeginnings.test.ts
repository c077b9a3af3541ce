import fc from 'fast-check';
import { Beginnings, calendarBeginnings } from './calendarBeginnings';
import { CalendarWindow } from './CalendarWindow';
import { sloWindowBounds } from './sloWindowBounds';

/** Reads the table as the rule does: the last line that has begun, and whole lengths since. */
function find(beginnings: Beginnings[], time: number) {
  const { first, length } = beginnings
    .filter(line => line.first <= time)
    .pop()!;
  const start = time - ((time - first) % length);
  return { start, end: start + length };
}

describe('calendarBeginnings', () => {
  const windows = fc.record({
    type: fc.constant('calendar' as const),
    unit: fc.constantFrom('day', 'week', 'month', 'quarter', 'year'),
    count: fc.constantFrom(undefined, 1, 2, 5),
    timeZone: fc.constantFrom(
      'UTC',
      'Europe/Berlin',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
      'Asia/Kathmandu',
    ),
    startTime: fc.constantFrom(
      undefined,
      '2026-01-31 00:00:00',
      '2024-10-07 02:30:00',
    ),
  });

  it('has the beginning and the end of the window at any time', () => {
    const time = fc.oneof(
      fc.integer({ min: 0, max: Date.UTC(1971, 0, 1) / 1_000 }),
      fc.integer({
        min: Date.UTC(2025, 0, 1) / 1_000,
        max: Date.UTC(2037, 11, 31) / 1_000,
      }),
    );
    fc.assert(
      fc.property(
        windows,
        fc.array(time, { minLength: 20 }),
        (window, times) => {
          const beginnings = calendarBeginnings(window as CalendarWindow);
          for (const moment of times) {
            expect({ moment, ...find(beginnings, moment) }).toEqual({
              moment,
              ...sloWindowBounds({ ...window } as CalendarWindow, moment),
            });
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ['Europe/Berlin', '2026-10-25T12:00:00Z', 25],
    ['Europe/Berlin', '2026-03-29T12:00:00Z', 23],
    ['Europe/Berlin', '2026-06-01T12:00:00Z', 24],
    ['Australia/Lord_Howe', '2026-04-05T01:00:00Z', 24.5],
  ])('knows how long a day in %s is: %s', (timeZone, moment, hours) => {
    const { start, end } = find(
      calendarBeginnings({ type: 'calendar', unit: 'day', timeZone }),
      Date.parse(moment) / 1_000,
    );
    expect((end - start) / 3_600).toBe(hours);
  });

  it('is short where windows are of equal length', () => {
    const lines = (unit: CalendarWindow['unit'], timeZone: string) =>
      calendarBeginnings({ type: 'calendar', unit, timeZone }).length;
    expect(lines('day', 'UTC')).toBeLessThanOrEqual(2);
    expect(lines('day', 'Europe/Berlin')).toBeLessThan(60);
    expect(lines('month', 'Europe/Berlin')).toBeLessThan(170);
  });
});
