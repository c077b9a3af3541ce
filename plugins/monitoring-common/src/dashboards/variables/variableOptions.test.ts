import { cpuStopwatch } from '../__testUtils__/cpuStopwatch';
import fc from 'fast-check';
import { VariableSort } from '../types';
import { variableOptions } from './variableOptions';
import { variableSort } from './variableSort';

describe('variableOptions', () => {
  const texts = (
    values: string[],
    definition: Partial<Parameters<typeof variableOptions>[1]>,
  ) =>
    variableOptions(values, { sort: 'none', ...definition }).options.map(one =>
      one.text === one.value ? one.value : `${one.text}=${one.value}`,
    );

  it('has every value once', () => {
    expect(texts(['b', 'a', 'b'], {})).toEqual(['b', 'a']);
  });

  it.each<[number, string[]]>([
    [0, ['b10', 'B2', 'a', 'b1x9']],
    [1, ['B2', 'a', 'b10', 'b1x9']],
    [2, ['b1x9', 'b10', 'a', 'B2']],
    [3, ['a', 'b1x9', 'B2', 'b10']],
    [4, ['b10', 'B2', 'b1x9', 'a']],
    [5, ['a', 'b10', 'b1x9', 'B2']],
    [6, ['B2', 'b1x9', 'b10', 'a']],
    [7, ['a', 'b1x9', 'B2', 'b10']],
    [8, ['b10', 'B2', 'b1x9', 'a']],
    [9, ['b10', 'B2', 'a', 'b1x9']],
  ])('sorts by the order number %s', (number, sorted) => {
    expect(
      texts(['b10', 'B2', 'a', 'b1x9'], { sort: variableSort(number) }),
    ).toEqual(sorted);
  });

  it.each([
    ['/^template/', ['template0', 'template1']],
    ['/^TEMPLATE1$/i', ['template1']],
    ['/template(\\d)/', ['0', '1']],
    // Without slashes it is about the whole value.
    ['template', []],
    ['template(\\d)', ['0', '1']],
    ['/(?P<text>t)emplate(?P<value>\\d)/', ['t=0', 't=1']],
    ['/(?<value>t.)emplate|(?<text>m)edia/', ['m']],
    ['/(?<value>\\d)/', ['0', '1']],
    // Each match is a choice.
    ['/(t|p)/g', ['t', 'p']],
    ['/[0-9]/', ['template0', 'template1']],
    ['/x|(media)/', ['media']],
    ['/^(?!temp).*/', ['media']],
    ['/^(?=.*1$)(.*)/', ['template1']],
    ['', ['media', 'template0', 'template1']],
  ])('keeps what %s says', (regex, kept) => {
    expect(texts(['media', 'template0', 'template1'], { regex })).toEqual(kept);
  });

  it('applies the expression to values, and keeps their texts', () => {
    expect(
      variableOptions([{ text: 'Media', value: 'm1' }], {
        regex: '/^m/',
        sort: 'none',
      }).options,
    ).toEqual([{ text: 'Media', value: 'm1' }]);
  });

  it.each([
    ['/(/', /it is no regular expression/],
    ['/^(?=(a+)+$)b/', /could take too long/],
    ['/^(?!x)(a|aa)*b/', /could take too long/],
    ['/^(?!x)(.*)(.*)(.*)b/', /could take too long/],
    [`/^(?!x)${'(a|aa)'.repeat(40)}b/`, /could take too long/],
    [`/^(?!x)${'a?'.repeat(40)}b/`, /could take too long/],
    [`/^(?!x)${'a{1,9}'.repeat(20)}b/`, /could take too long/],
    [`/${'a'.repeat(3_000)}/`, /longer than 2,000 characters/],
  ])('leaves all values for %s, and says why', (regex, why) => {
    const { options, problem } = variableOptions(['aaaa', 'b'], {
      regex,
      sort: 'none',
    });
    expect(options).toHaveLength(2);
    expect(problem).toMatch(why);
  });

  it.each([
    '/^(a+)+$/',
    '/(a|aa)+$/',
    '/(.*a){12}x/',
    '/^(?!b)(.*)a.*c$/',
    '/^(?!b)(a|aa)(a|aa)(a|aa)(a|aa).*c.*d$/',
  ])('ends soon with %s, whatever the values', regex => {
    const values = Array.from(
      { length: 200 },
      (_, at) => `${'a'.repeat(400)}!${at}`,
    );
    const seconds = cpuStopwatch();
    variableOptions(values, { regex, sort: 'none' });
    expect(seconds()).toBeLessThan(5);
  });

  it.each([
    ['is long', `/^${'(.*a?)'.repeat(300)}$/`],
    ['matches everywhere', '/a.*y|a/g'],
  ])(
    'gives up in time on many long values with an expression that %s',
    (_name, regex) => {
      const values = Array.from(
        { length: 2_000 },
        (_, at) => `${'a'.repeat(3_000)}\n${at}`,
      );
      const seconds = cpuStopwatch();
      const { problem } = variableOptions(values, { regex, sort: 'none' });
      expect(problem).toMatch(/takes too long for that many values/);
      expect(seconds()).toBeLessThan(60);
    },
  );

  it('never invents, doubles or loses a value, in any order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string()),
        fc.integer({ min: 0, max: 8 }),
        (values, number) => {
          const sort: VariableSort = variableSort(number);
          const found = variableOptions(values, { sort }).options.map(
            ({ value }) => value,
          );
          expect(new Set(found).size).toBe(found.length);
          expect([...found].sort()).toEqual([...new Set(values)].sort());
        },
      ),
    );
  });
});
