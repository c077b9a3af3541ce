import fc from 'fast-check';
import { formatLabelMatchers } from './formatLabelMatchers';
import { parseLabelMatchers } from './parseLabelMatchers';

describe('parseLabelMatchers', () => {
  it.each([
    ['a="b"', [['a', '=', 'b']]],
    [
      ' a = "b" , c !~ \'d\' ,',
      [
        ['a', '=', 'b'],
        ['c', '!~', 'd'],
      ],
    ],
    ['a=`b\\n`', [['a', '=', 'b\\n']]],
    ['a="\\u00fc\\x41\\101\\n"', [['a', '=', 'üAA\n']]],
  ])('reads %s', (text, expected) => {
    expect(
      parseLabelMatchers(text).map(({ label, operator, value }) => [
        label,
        operator,
        value,
      ]),
    ).toEqual(expected);
  });

  it.each(['', 'a', 'a="b', 'a="b" c="d"', 'a="\\q"', '1a="b"', 'a="b",,'])(
    'refuses %p',
    text => {
      expect(() => parseLabelMatchers(text)).toThrow();
    },
  );

  it('reads back what formatLabelMatchers wrote', () => {
    const matchers = fc.array(
      fc.record({
        label: fc.constantFrom('a', 'job', '_x1'),
        operator: fc.constantFrom('=' as const, '!=' as const),
        value: fc.string({ unit: 'binary' }),
      }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(matchers, list => {
        expect(parseLabelMatchers(formatLabelMatchers(list))).toEqual(list);
      }),
    );
  });
});
