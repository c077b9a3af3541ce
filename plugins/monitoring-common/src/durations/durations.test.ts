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

  it.each(['1h', '7d', '28d', '30d', '90d', 'month', 'quarter'])(
    'reads and writes the window %s',
    text => {
      expect(formatSloWindow(parseSloWindow(text)!)).toBe(text);
    },
  );

  it.each(['91d', '30m', '1y', 'year', '30'])('knows no window %s', text => {
    expect(parseSloWindow(text)).toBeUndefined();
  });
});
