import { durationInWords, PageTime, panelTime } from './panelTime';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-11-23T14:32:00Z');
const PAGE: PageTime = {
  range: { from: NOW - 6 * HOUR, to: NOW },
  isRelative: true,
  now: NOW,
};

describe('panelTime', () => {
  it.each([
    ['nothing of its own', {}, PAGE.range, {}],
    [
      'its own length',
      { timeFrom: '1h' },
      { from: NOW - HOUR, to: NOW },
      { last: '1h' },
    ],
    [
      'its shift',
      { timeShift: '1d' },
      { from: NOW - 30 * HOUR, to: NOW - 24 * HOUR },
      { shift: '1d' },
    ],
    [
      'its length, then its shift',
      { timeFrom: '2h', timeShift: '1h' },
      { from: NOW - 3 * HOUR, to: NOW - HOUR },
      { last: '2h', shift: '1h' },
    ],
    [
      'no length that is none',
      { timeFrom: 'soon' },
      PAGE.range,
      { invalid: 'soon' },
    ],
    [
      'no shift that is none',
      { timeShift: '1x' },
      PAGE.range,
      { invalid: '1x' },
    ],
    [
      'a variable in it',
      { timeFrom: '$length' },
      { from: NOW - HOUR, to: NOW },
      { last: '1h' },
    ],
  ])('shows %s', (_, panel, range, info) => {
    expect(
      panelTime(panel, PAGE, text => text.replace('$length', '1h')),
    ).toEqual({
      range,
      ...info,
    });
  });

  it('shows the page’s time when that stands still, but moves it', () => {
    const page = { ...PAGE, isRelative: false };
    expect(panelTime({ timeFrom: '1h' }, page).range).toEqual(page.range);
    expect(panelTime({ timeFrom: '1h', timeShift: '1h' }, page).range).toEqual({
      from: NOW - 7 * HOUR,
      to: NOW - HOUR,
    });
  });
});

describe('durationInWords', () => {
  it.each([
    ['1h', '1 hour'],
    ['6h', '6 hours'],
    ['30d', '30 days'],
    ['2m30s', '2m30s'],
  ])('of %s is %s', (text, words) => {
    expect(durationInWords(text)).toBe(words);
  });
});
