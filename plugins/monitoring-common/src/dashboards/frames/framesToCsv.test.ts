import { aField, aFrame } from '../__testUtils__/aFrame';
import { framesToCsv, framesToTabs } from './framesToCsv';

const TIME = Date.UTC(2026, 10, 23, 14, 32);

describe('framesToCsv', () => {
  it('writes names, times and figures', () => {
    const frame = aFrame(
      'A',
      aField('Time', [TIME, null]),
      aField('Value', [0.25, null], { labels: { pod: 'a' } }),
      aField('up', [true, false]),
    );
    expect(framesToCsv([frame])).toBe(
      'Time,a,up\r\n2026-11-23T14:32:00.000Z,0.25,true\r\n,,false\r\n',
    );
  });

  it.each([
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@sum', "'@sum"],
    [' =1', "' =1"],
    ['=a,b', '"\'=a,b"'],
  ])('writes the text %j as %s', (text, expected) => {
    expect(framesToCsv([aFrame('A', aField('x', [text]))])).toBe(
      `x\r\n${expected}\r\n`,
    );
  });

  it.each([
    [-5, '-5'],
    [NaN, 'NaN'],
    [Infinity, 'Infinity'],
    [1e21, '1e+21'],
  ])('writes the number %p as it is', (value, expected) => {
    expect(framesToCsv([aFrame('A', aField('x', [value]))])).toBe(
      `x\r\n${expected}\r\n`,
    );
  });

  it('X08 · does not trust names either', () => {
    expect(framesToCsv([aFrame('A', aField('=cmd', [1]))])).toBe(
      "'=cmd\r\n1\r\n",
    );
  });

  it('separates frames, and writes the figure of a small graph', () => {
    const graph = { ...aFrame('A', aField('Value', [1])), value: 7 };
    const frame = aFrame('A', aField('Trend', [graph], { type: 'frame' }));
    expect(framesToCsv([frame, frame])).toBe(
      'Trend\r\n7\r\n\r\nTrend\r\n7\r\n',
    );
  });

  it('has tabs for the clipboard', () => {
    const frame = aFrame('A', aField('a', ['x\ty']), aField('b', [1]));
    expect(framesToTabs([frame])).toBe('a\tb\n"x\ty"\t1\n');
  });
});
