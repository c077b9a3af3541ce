import { SloWindow } from '../../annotations/types';
import { sloWindowSeconds } from './sloWindowSeconds';
import { sloWindowStart } from './sloWindowStart';

function start(window: SloWindow, now: string): string {
  const seconds = sloWindowStart(window, Date.parse(now) / 1_000);
  return new Date(seconds * 1_000).toISOString();
}

describe('sloWindowStart', () => {
  it('goes back the whole duration of a rolling window', () => {
    expect(
      start({ type: 'rolling', duration: 7 * 86_400 }, '2026-11-23T14:32:00Z'),
    ).toBe('2026-11-16T14:32:00.000Z');
  });

  it.each([
    ['month', 'UTC', '2026-11-23T14:32:00Z', '2026-11-01T00:00:00.000Z'],
    ['quarter', 'UTC', '2026-11-23T14:32:00Z', '2026-10-01T00:00:00.000Z'],
    ['quarter', 'UTC', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00.000Z'],
    // 1 July is summer time, and so is August.
    [
      'quarter',
      'Europe/Berlin',
      '2026-08-23T14:32:00Z',
      '2026-06-30T22:00:00.000Z',
    ],
    // 1 October is still summer time, November is not.
    [
      'quarter',
      'Europe/Berlin',
      '2026-11-23T14:32:00Z',
      '2026-09-30T22:00:00.000Z',
    ],
    // In Berlin it is December already.
    [
      'month',
      'Europe/Berlin',
      '2026-11-30T23:30:00Z',
      '2026-11-30T23:00:00.000Z',
    ],
    [
      'month',
      'America/New_York',
      '2026-12-01T02:00:00Z',
      '2026-11-01T04:00:00.000Z',
    ],
  ] as const)(
    'a %s in %s that holds %s began at %s',
    (unit, timeZone, now, at) => {
      expect(start({ type: 'calendar', unit, timeZone }, now)).toBe(at);
    },
  );
});

describe('sloWindowSeconds', () => {
  it('counts a month as 30 days and a quarter as 90', () => {
    const timeZone = 'UTC';
    expect(
      sloWindowSeconds({ type: 'calendar', unit: 'month', timeZone }),
    ).toBe(2_592_000);
    expect(
      sloWindowSeconds({ type: 'calendar', unit: 'quarter', timeZone }),
    ).toBe(7_776_000);
    expect(sloWindowSeconds({ type: 'rolling', duration: 60 })).toBe(60);
  });
});
