import { formatDuration } from './formatDuration';
import { formatSloWindow } from './formatSloWindow';
import { parseDuration } from './parseDuration';
import { parseSloWindow } from './parseSloWindow';

describe('durations', () => {
  it.each([
    ['500ms', 0.5],
    ['1.5s', 1.5],
    ['90s', 90],
    ['1h30m', 5_400],
    ['30d', 2_592_000],
    ['2w', 1_209_600],
    ['0s', undefined],
    ['5', undefined],
    ['5 m', undefined],
    ['-5m', undefined],
    ['', undefined],
  ])('reads %p as %p seconds', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  it.each([
    [0.5, '500ms'],
    [90, '90s'],
    [300, '5m'],
    [5_400, '90m'],
    [86_400, '1d'],
  ])('writes %p seconds as %p', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });

  it.each([
    '1h',
    '7d',
    '28d',
    '30d',
    '90d',
    'day',
    'week',
    'month',
    'quarter',
    'year',
  ])('reads and writes the window %s', text => {
    expect(formatSloWindow(parseSloWindow(text)!)).toBe(text);
  });

  it.each([
    '91d',
    '30m',
    '1y',
    'years',
    '30',
    'month@',
    'month@Mars/Base',
    'month@+01:00',
    'month@UTC@UTC',
    '30d@UTC',
  ])('knows no window %s', text => {
    expect(parseSloWindow(text)).toBeUndefined();
  });

  it('counts by the calendar of a zone, which a window can name', () => {
    expect(parseSloWindow('month', 'Europe/Berlin')).toEqual({
      type: 'calendar',
      unit: 'month',
      timeZone: 'Europe/Berlin',
    });
    expect(parseSloWindow('year@America/New_York', 'Europe/Berlin')).toEqual({
      type: 'calendar',
      unit: 'year',
      timeZone: 'America/New_York',
    });
  });

  it('writes several units of a calendar as words', () => {
    const window = parseSloWindow('month') as any;
    expect(formatSloWindow({ ...window, count: 2 })).toBe('2 months');
  });
});
