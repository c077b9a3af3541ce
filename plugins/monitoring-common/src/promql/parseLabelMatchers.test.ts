import fc from 'fast-check';
import { formatLabelMatchers } from './formatLabelMatchers';
import { parseLabelMatchers } from './parseLabelMatchers';

describe('parseLabelMatchers', () => {
  it.each([
    ['a="b"', [['a', '=', 'b']]],
    [
      ' a = "b" ,\n c !~ \'d\' ,',
      [
        ['a', '=', 'b'],
        ['c', '!~', 'd'],
      ],
    ],
    ['a=`b\\n`', [['a', '=', 'b\\n']]],
    ['a="\\u00fc\\x41\\101\\n\\""', [['a', '=', 'üAA\n"']]],
    ["a='\\''", [['a', '=', "'"]]],
    ['a=~"(?i)prod|\\\\d+"', [['a', '=~', '(?i)prod|\\d+']]],
    ['a=~"\\\\\\\\1"', [['a', '=~', '\\\\1']]],
  ])('reads %s', (text, expected) => {
    const { matchers, error } = parseLabelMatchers(text);
    expect(error).toBeUndefined();
    expect(
      matchers.map(({ label, operator, value }) => [label, operator, value]),
    ).toEqual(expected);
  });

  it.each([
    ['', /is missing/, ''],
    ['   ', /is missing/, ' '],
    ['a', /no label matcher/, 'a'],
    ['a="b', /a quote that is not closed/, 'a="b'],
    ['a="b" c="d"', /lacks a comma/, 'c="d"'],
    ['a=b', /needs double quotes/, 'b'],
    ['a=a', /needs double quotes/, 'a'],
    ['x="1", a=b', /needs double quotes/, 'b'],
    ['{a="b"}', /without braces/, '{'],
    ['a="b"}', /without braces/, '}'],
    ['1a="b"', /no label matcher/, '1a="b"'],
    ['a="b",,c="d"', /no label matcher|is missing/, 'c="d"'],
    ['a="\\q"', /escape/, '"\\q"'],
    ['a="\\\'"', /escape/, '"\\\'"'],
    ['a="\\xff"', /escape/, '"\\xff"'],
    ['a="\\ud800"', /escape/, '"\\ud800"'],
    ['a="b\nc"', /line break/, '"b\nc"'],
    ['a=~"(?=x)"', /look-around/, '"(?=x)"'],
    ['a=~"(?<!x)"', /look-around/, '"(?<!x)"'],
    ['a=~"(x)\\\\1"', /invalid escape/, '"(x)\\\\1"'],
    ['a=~"("', /missing closing/, '"("'],
    ['a=~"\\\\y"', /invalid escape/, '"\\\\y"'],
    ['a!~"x{1001}"', /repeat count/, '"x{1001}"'],
    ['a=~"(?<n>x)"', /names a group/, '"(?<n>x)"'],
  ])('says where %j is wrong', (text, message, fault) => {
    const { error } = parseLabelMatchers(text);
    expect(error?.message).toMatch(message);
    expect(text.slice(error!.offset, error!.offset + error!.length)).toBe(
      fault,
    );
  });

  it('keeps the matchers in front of the fault', () => {
    expect(parseLabelMatchers('a="b", c').matchers).toEqual([
      { label: 'a', operator: '=', value: 'b' },
    ]);
  });

  it.each([
    ['too many matchers', Array(21).fill('a="b"').join(','), /more than 20/],
    ['a long regular expression', `a=~"${'x'.repeat(1_001)}"`, /longer than/],
    ['a long text', `a="${'x'.repeat(4_001)}"`, /longer than/],
  ])('refuses %s', (_what, text, message) => {
    expect(parseLabelMatchers(text).error?.message).toMatch(message);
  });

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
        expect(parseLabelMatchers(formatLabelMatchers(list))).toEqual({
          matchers: list,
        });
      }),
    );
  });

  it('never throws and never points outside the text', () => {
    const words = 'a b = =~ !~ != " \' ` \\ , { } ( ) ? | \n x'.split(' ');
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...words)).map(parts => parts.join('')),
    );
    fc.assert(
      fc.property(text, value => {
        const { matchers, error } = parseLabelMatchers(value);
        const end = (error?.offset ?? 0) + (error?.length ?? 0);
        expect(end).toBeLessThanOrEqual(Math.max(value.length, 1));
        expect(matchers.length + (error ? 1 : 0)).toBeGreaterThan(0);
      }),
      { numRuns: 1_000 },
    );
  });
});
