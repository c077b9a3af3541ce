import fc from 'fast-check';
import { SloWindow } from '../../annotations/types';
import { elapsedShare } from './elapsedShare';
import { sloWindowBounds } from './sloWindowBounds';
import { sloWindowLength } from './sloWindowLength';

type CalendarWindow = Extract<SloWindow, { type: 'calendar' }>;

const HOUR = 3_600;
const DAY = 24 * HOUR;

function calendar(
  unit: CalendarWindow['unit'],
  timeZone: string,
  rest: Partial<CalendarWindow> = {},
): CalendarWindow {
  return { type: 'calendar', unit, timeZone, ...rest };
}

const seconds = (text: string) => Date.parse(text) / 1_000;
const text = (at: number) => new Date(at * 1_000).toISOString().slice(0, 16);

describe('sloWindowBounds', () => {
  it.each<[CalendarWindow, string, string, string]>([
    // window, now, start, end (all UTC)
    [
      calendar('month', 'UTC'),
      '2026-11-23T14:32Z',
      '2026-11-01T00:00',
      '2026-12-01T00:00',
    ],
    [
      calendar('month', 'UTC'),
      '2024-02-29T23:59Z',
      '2024-02-01T00:00',
      '2024-03-01T00:00',
    ],
    [
      calendar('quarter', 'UTC'),
      '2026-11-23T14:32Z',
      '2026-10-01T00:00',
      '2027-01-01T00:00',
    ],
    [
      calendar('year', 'UTC'),
      '2026-11-23T14:32Z',
      '2026-01-01T00:00',
      '2027-01-01T00:00',
    ],
    // October has an hour more in Berlin: it begins in summer time and ends in winter time.
    [
      calendar('month', 'Europe/Berlin'),
      '2026-10-31T22:30Z',
      '2026-09-30T22:00',
      '2026-10-31T23:00',
    ],
    // March has one less.
    [
      calendar('month', 'Europe/Berlin'),
      '2026-03-01T00:00Z',
      '2026-02-28T23:00',
      '2026-03-31T22:00',
    ],
    // The day of the change has 23 hours.
    [
      calendar('day', 'Europe/Berlin'),
      '2026-03-29T12:00Z',
      '2026-03-28T23:00',
      '2026-03-29T22:00',
    ],
    // And the one in autumn 25.
    [
      calendar('day', 'America/New_York'),
      '2026-11-01T12:00Z',
      '2026-11-01T04:00',
      '2026-11-02T05:00',
    ],
    // Weeks begin on Mondays.
    [
      calendar('week', 'UTC'),
      '2026-11-29T23:59Z',
      '2026-11-23T00:00',
      '2026-11-30T00:00',
    ],
    [
      calendar('week', 'UTC', { count: 2, startTime: '2026-11-04 09:00:00' }),
      '2026-11-18T08:59Z',
      '2026-11-04T09:00',
      '2026-11-18T09:00',
    ],
    [
      calendar('month', 'UTC', { count: 6, startTime: '2020-04-01 00:00:00' }),
      '2026-11-23T14:32Z',
      '2026-10-01T00:00',
      '2027-04-01T00:00',
    ],
    // Before its start time as after it.
    [
      calendar('quarter', 'UTC', { startTime: '2030-02-01 06:00:00' }),
      '2026-11-01T05:59Z',
      '2026-08-01T06:00',
      '2026-11-01T06:00',
    ],
    // A month without a 31st begins on its last day, and the next one on the 31st again.
    [
      calendar('month', 'UTC', { startTime: '2026-01-31 00:00:00' }),
      '2026-03-15T00:00Z',
      '2026-02-28T00:00',
      '2026-03-31T00:00',
    ],
    // 00:30 is shown twice on that day in Havana; the day begins with the first.
    [
      calendar('day', 'America/Havana'),
      '2026-11-01T05:30Z',
      '2026-11-01T04:00',
      '2026-11-02T05:00',
    ],
    // Midnight is left out on that day in Beirut.
    [
      calendar('day', 'Asia/Beirut'),
      '2026-03-29T12:00Z',
      '2026-03-28T22:00',
      '2026-03-29T21:00',
    ],
    // What is no time counts from the beginning of a year.
    [
      calendar('year', 'UTC', { startTime: 'soon', count: 0 }),
      '2026-11-23T14:32Z',
      '2026-01-01T00:00',
      '2027-01-01T00:00',
    ],
  ])('%j that holds %s', (window, now, start, end) => {
    const bounds = sloWindowBounds(window, seconds(now));
    expect([text(bounds.start), text(bounds.end)]).toEqual([start, end]);
  });

  it('is the time before now for a rolling window', () => {
    expect(
      sloWindowBounds({ type: 'rolling', duration: 7 * DAY }, 10 * DAY),
    ).toEqual({ start: 3 * DAY, end: 10 * DAY });
  });

  it('says of a zone that it is none', () => {
    expect(() => sloWindowBounds(calendar('day', 'Mars/Base'), 0)).toThrow(
      RangeError,
    );
  });

  const windows = fc
    .record({
      unit: fc.constantFrom<CalendarWindow['unit']>(
        'day',
        'week',
        'month',
        'quarter',
        'year',
      ),
      count: fc.integer({ min: 1, max: 5 }),
      timeZone: fc.constantFrom(
        'UTC',
        'Europe/Berlin',
        'America/New_York',
        'America/Havana',
        'America/Sao_Paulo',
        'Australia/Lord_Howe',
        'Asia/Kolkata',
        'Asia/Beirut',
        'Pacific/Apia',
      ),
      startTime: fc.constantFrom(
        undefined,
        '2026-01-31 00:00:00',
        '2025-06-15 13:30:00',
        '2024-02-29 02:30:00',
      ),
    })
    .map(parts => ({ type: 'calendar' as const, ...parts }));
  const moments = fc.integer({
    min: seconds('2012-01-01T00:00Z'),
    max: seconds('2037-01-01T00:00Z'),
  });

  it('holds the moment, and touches the windows before and after', () => {
    fc.assert(
      fc.property(windows, moments, (window, now) => {
        const { start, end } = sloWindowBounds(window, now);
        expect(start).toBeLessThanOrEqual(now);
        expect(end).toBeGreaterThan(now);
        expect(sloWindowBounds({ ...window }, start)).toEqual({ start, end });
        expect(sloWindowBounds({ ...window }, end - 1)).toEqual({ start, end });
        expect(sloWindowBounds({ ...window }, end).start).toBe(end);
        expect(sloWindowBounds({ ...window }, start - 1).end).toBe(start);
      }),
    );
  });

  it('begins at midnight of a first, as Intl writes it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York'),
        fc.constantFrom('month' as const, 'quarter' as const, 'year' as const),
        moments,
        (timeZone, unit, now) => {
          const { start, end } = sloWindowBounds(calendar(unit, timeZone), now);
          const written = (at: number) =>
            new Intl.DateTimeFormat('en-GB', {
              timeZone,
              dateStyle: 'short',
              timeStyle: 'short',
            }).format(at * 1_000);
          expect(written(start)).toMatch(/^01\/\d\d\/\d{4}, 00:00$/);
          expect(written(end)).toMatch(/^01\/\d\d\/\d{4}, 00:00$/);
          expect(written(start - 60)).toMatch(/, 23:59$/);
        },
      ),
    );
  });

  it('comes back to the same answer after another moment was asked for', () => {
    const window = calendar('month', 'Europe/Berlin');
    const november = sloWindowBounds(window, seconds('2026-11-15T00:00Z'));
    sloWindowBounds(window, seconds('2026-12-15T00:00Z'));
    expect(sloWindowBounds(window, seconds('2026-11-16T00:00Z'))).toEqual(
      november,
    );
  });
});

describe('elapsedShare and sloWindowLength', () => {
  it.each([
    ['2026-11-01T00:00Z', 0, 30],
    ['2026-11-16T00:00Z', 0.5, 30],
    ['2026-12-31T12:00Z', 30.5 / 31, 31],
    ['2026-02-15T00:00Z', 0.5, 28],
  ])('of the month at %s are %d and %d days', (now, share, days) => {
    const month = calendar('month', 'UTC');
    expect(elapsedShare(month, seconds(now))).toBeCloseTo(share, 12);
    expect(sloWindowLength(month, seconds(now))).toBe(days * DAY);
  });

  it('of a rolling window are all of it', () => {
    const week = { type: 'rolling' as const, duration: 7 * DAY };
    expect(elapsedShare(week, 1_800_000_000)).toBe(1);
    expect(sloWindowLength(week, 1_800_000_000)).toBe(7 * DAY);
  });
});
