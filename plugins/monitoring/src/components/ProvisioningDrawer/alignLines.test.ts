import { alignLines } from './alignLines';

const text = (lines: string[]) => `${lines.join('\n')}\n`;

describe('alignLines', () => {
  it('puts what belongs together in one row, and marks what differs', () => {
    expect(alignLines('{"a":1,"b":2}', '{"a":1,"b":3}')).toEqual([
      same(1, 1, '{'),
      same(2, 2, '  "a": 1,'),
      {
        type: 'changed',
        theirs: { number: 3, text: '  "b": 2' },
        ours: { number: 3, text: '  "b": 3' },
      },
      same(4, 4, '}'),
    ]);
  });

  it('leaves a gap beside what only one side has', () => {
    expect(alignLines('a\nb\nc\n', 'a\nc\n')).toEqual([
      same(1, 1, 'a'),
      { type: 'changed', theirs: { number: 2, text: 'b' }, ours: undefined },
      same(3, 2, 'c'),
    ]);
  });

  it('folds long stretches that are equal, and keeps three lines around a difference', () => {
    const before = Array.from({ length: 20 }, (_, index) => `before ${index}`);
    const after = Array.from({ length: 20 }, (_, index) => `after ${index}`);
    const rows = alignLines(
      text([...before, 'theirs', ...after]),
      text([...before, 'ours', ...after]),
    );
    expect(rows.map(({ type }) => type)).toEqual([
      'folded',
      'same',
      'same',
      'same',
      'changed',
      'same',
      'same',
      'same',
      'folded',
    ]);
    expect(rows[0]).toEqual({ type: 'folded', lines: 17 });
  });

  it('shows nothing but a fold when both sides are equal', () => {
    expect(alignLines('{"a":1}', '{ "a": 1 }')).toEqual([
      { type: 'folded', lines: 3 },
    ]);
  });
});

function same(theirs: number, ours: number, line: string) {
  return {
    type: 'same',
    theirs: { number: theirs, text: line },
    ours: { number: ours, text: line },
  };
}
