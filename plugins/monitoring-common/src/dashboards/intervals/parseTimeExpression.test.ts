import fc from 'fast-check';
import dateMath from '../__fixtures__/dateMath.json';
import {
  parseTimeExpression,
  TimeExpressionOptions,
} from './parseTimeExpression';
import { parseTimeSettings } from './parseTimeSettings';
import { zoneMoment, zoneOffset } from '../../zones/zoneTime';

const now = Date.parse(dateMath.now);
const HOUR = 3_600_000;

const iso = (
  text: string,
  roundUp: boolean,
  options?: TimeExpressionOptions,
  at = now,
) => {
  const time = parseTimeExpression(text, at, roundUp, options);
  return time === undefined ? undefined : new Date(time).toISOString();
};

describe('parseTimeExpression', () => {
  it.each([
    // Berlin is an hour ahead of UTC in winter: the day ends at 23:00 UTC.
    [
      'now/d',
      { timeZone: 'Europe/Berlin' },
      '2023-11-13T23:00:00.000Z',
      '2023-11-14T22:59:59.999Z',
    ],
    [
      'now-1M/M',
      { timeZone: 'Europe/Berlin' },
      '2023-09-30T22:00:00.000Z',
      '2023-10-31T22:59:59.999Z',
    ],
    [
      'now/h',
      { timeZone: 'Asia/Kolkata' },
      '2023-11-14T21:30:00.000Z',
      '2023-11-14T22:29:59.999Z',
    ],
    [
      'now/d',
      { timeZone: 'America/New_York' },
      '2023-11-14T05:00:00.000Z',
      '2023-11-15T04:59:59.999Z',
    ],
    [
      'now/w',
      { weekStart: 'monday' as const },
      '2023-11-13T00:00:00.000Z',
      '2023-11-19T23:59:59.999Z',
    ],
    [
      'now/w',
      { weekStart: 'saturday' as const },
      '2023-11-11T00:00:00.000Z',
      '2023-11-17T23:59:59.999Z',
    ],
    [
      'now/fy',
      { fiscalYearStartMonth: 3 },
      '2023-04-01T00:00:00.000Z',
      '2024-03-31T23:59:59.999Z',
    ],
    [
      'now-1Q/fQ',
      { fiscalYearStartMonth: 1 },
      '2023-08-01T00:00:00.000Z',
      '2023-10-31T23:59:59.999Z',
    ],
    ['now/Q', {}, '2023-10-01T00:00:00.000Z', '2023-12-31T23:59:59.999Z'],
    [
      'now-1y/fy',
      { fiscalYearStartMonth: 11 },
      '2021-12-01T00:00:00.000Z',
      '2022-11-30T23:59:59.999Z',
    ],
    ['now-2d/d+6h', {}, '2023-11-12T06:00:00.000Z', '2023-11-13T05:59:59.999Z'],
    ['now-d', {}, '2023-11-13T22:13:20.000Z', '2023-11-13T22:13:20.000Z'],
  ])('reads "%s" by %j', (text, options, from, to) => {
    expect(iso(text, false, options)).toBe(from);
    expect(iso(text, true, options)).toBe(to);
  });

  it.each([
    // Clocks go back at 01:00 UTC: the day has 25 hours.
    [
      '2023-10-29T12:00:00Z',
      'now/d',
      '2023-10-28T22:00:00.000Z',
      '2023-10-29T22:59:59.999Z',
    ],
    [
      '2023-10-29T12:00:00Z',
      'now-1d',
      '2023-10-28T11:00:00.000Z',
      '2023-10-28T11:00:00.000Z',
    ],
    [
      '2023-10-29T12:00:00Z',
      'now-24h',
      '2023-10-28T12:00:00.000Z',
      '2023-10-28T12:00:00.000Z',
    ],
    [
      '2023-10-29T01:30:00Z',
      'now/h',
      '2023-10-29T01:00:00.000Z',
      '2023-10-29T01:59:59.999Z',
    ],
    // And forward.
    [
      '2024-03-31T12:00:00Z',
      'now/d',
      '2024-03-30T23:00:00.000Z',
      '2024-03-31T21:59:59.999Z',
    ],
  ])('follows the clocks of Berlin at %s in "%s"', (at, text, from, to) => {
    const options = { timeZone: 'Europe/Berlin' };
    expect(iso(text, false, options, Date.parse(at))).toBe(from);
    expect(iso(text, true, options, Date.parse(at))).toBe(to);
  });

  it.each([
    ['20260101T000000', '2026-01-01T00:00:00.000Z'],
    ['20260131', '2026-01-31T00:00:00.000Z'],
    ['1767225600000', '2026-01-01T00:00:00.000Z'],
    ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'],
    ['2026-01-01T00:00:00+02:00', '2025-12-31T22:00:00.000Z'],
    ['2026-01-01 00:00:00', '2025-12-31T23:00:00.000Z'],
    ['2026-01-01 14:30', '2026-01-01T13:30:00.000Z'],
    ['2026-7-1', '2026-06-30T22:00:00.000Z'],
    ['2026-01-01T00:00:00.25', '2025-12-31T23:00:00.250Z'],
  ])('reads the moment %s in Berlin', (text, moment) => {
    expect(iso(text, false, { timeZone: 'Europe/Berlin' })).toBe(moment);
  });

  it.each([
    '2026-02-31',
    '2026-13-01',
    '2026-01-01 25:00',
    '20260231T000000',
    'foo 1',
    'now/x',
    'now/fd',
    'now--1d',
    'now-1d/',
    '99999999999999999999',
    `now${'-1y'.repeat(1_000)}`,
    'now-99999999999999y',
  ])('refuses %s', text => {
    expect(parseTimeExpression(text, now)).toBeUndefined();
  });

  it('ends a rounded range after it starts, in every zone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4e12 }),
        fc.constantFrom('s', 'm', 'h', 'd', 'w', 'M', 'Q', 'y', 'fy', 'fQ'),
        fc.constantFrom(
          'UTC',
          'Europe/Berlin',
          'Asia/Kolkata',
          'Pacific/Apia',
          'America/St_Johns',
        ),
        (at, unit, timeZone) => {
          const from = parseTimeExpression(`now/${unit}`, at, false, {
            timeZone,
          })!;
          const to = parseTimeExpression(`now/${unit}`, at, true, {
            timeZone,
          })!;
          expect(from).toBeLessThanOrEqual(at);
          expect(to).toBeGreaterThanOrEqual(at);
        },
      ),
    );
  });
});

describe('zoneMoment', () => {
  it('finds the moment that clocks show', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4e9 }),
        fc.constantFrom(
          'UTC',
          'Europe/Berlin',
          'Asia/Kathmandu',
          'America/New_York',
        ),
        (seconds, timeZone) => {
          const time = seconds * 1_000;
          const found = zoneMoment(time + zoneOffset(time, timeZone), timeZone);
          // Of a time that is shown twice the first is meant.
          expect([0, HOUR]).toContain(time - found);
        },
      ),
    );
  });
});

describe('parseTimeSettings', () => {
  it('reads how the time can be chosen, by either version of the schema', () => {
    const settings = {
      isHidden: true,
      weekStart: 'monday',
      fiscalYearStartMonth: 3,
      nowDelay: '1m',
      refreshIntervals: ['10s', '1m'],
      quickRanges: [{ from: 'now-7d', to: 'now', text: 'A week' }],
    };
    const quick = [
      { from: 'now-7d', to: 'now', display: 'A week' },
      { from: 3 },
    ];
    expect(
      parseTimeSettings({
        weekStart: 'monday',
        fiscalYearStartMonth: 3,
        timepicker: {
          hidden: true,
          nowDelay: '1m',
          refresh_intervals: ['10s', '1m'],
          quick_ranges: quick,
        },
      }),
    ).toEqual(settings);
    expect(
      parseTimeSettings({
        weekStart: 'monday',
        fiscalYearStartMonth: 3,
        hideTimepicker: true,
        nowDelay: '1m',
        autoRefreshIntervals: ['10s', '1m'],
        quickRanges: quick,
      }),
    ).toEqual(settings);
  });

  it.each([
    undefined,
    3,
    [],
    { timepicker: 'x', weekStart: 'friday', fiscalYearStartMonth: 99 },
  ])('takes %j for nothing in particular', json => {
    expect(parseTimeSettings(json)).toEqual({ isHidden: false });
  });
});
