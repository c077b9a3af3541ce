import { LabelMatcher } from '../annotations/types';
import { enforceMatchers } from './enforceMatchers';
import { parseLabelMatchers } from './parseLabelMatchers';
import { PromqlError } from './PromqlError';

const SCOPE: LabelMatcher[] = [
  { label: 'namespace', operator: '=', value: 'media' },
];

function enforce(expression: string) {
  return enforceMatchers(expression, SCOPE);
}

describe('enforceMatchers', () => {
  it.each([
    ['up', 'up{namespace="media"}'],
    ['up{}', 'up{namespace="media"}'],
    ['up{job="a",}', 'up{namespace="media", job="a",}'],
    ['{__name__="up"}', '{namespace="media", __name__="up"}'],
    ['rate(a[5m])', 'rate(a{namespace="media"}[5m])'],
    [
      'sum by (x) (a) / on (x) group_left (y) b',
      'sum by (x) (a{namespace="media"}) / on (x) group_left (y) b{namespace="media"}',
    ],
    [
      'topk(scalar(c), a)',
      'topk(scalar(c{namespace="media"}), a{namespace="media"})',
    ],
    [
      'max_over_time(rate(a[5m])[1h:1m] offset 1d)',
      'max_over_time(rate(a{namespace="media"}[5m])[1h:1m] offset 1d)',
    ],
    ['a @ end()', 'a{namespace="media"} @ end()'],
    [
      '-a unless (b or c)',
      '-a{namespace="media"} unless (b{namespace="media"} or c{namespace="media"})',
    ],
    ['1 + 1', '1 + 1'],
    ['NaN + Inf', 'NaN + Inf'],
    // A name that is also a word of the language.
    ['sum + by', 'sum{namespace="media"} + by{namespace="media"}'],
    ['sum(sum) by (by)', 'sum(sum{namespace="media"}) by (by)'],
    ['a @ 5 offset -5m', 'a{namespace="media"} @ 5 offset -5m'],
    [
      'quantile(scalar(c), a)',
      'quantile(scalar(c{namespace="media"}), a{namespace="media"})',
    ],
    [
      'absent(a) or vector(time())',
      'absent(a{namespace="media"}) or vector(time())',
    ],
    [
      'label_replace(a, "namespace", "other", "", "")',
      'label_replace(a{namespace="media"}, "namespace", "other", "", "")',
    ],
    [
      'count by (__name__) ({__name__=~".+"})',
      'count by (__name__) ({namespace="media", __name__=~".+"})',
    ],
    // Names in quotes, as Prometheus 3 reads them.
    ['{"a b"}', '{namespace="media", "a b"}'],
    ['{"a","x"="y"}', '{namespace="media", "a","x"="y"}'],
    ['{"namespace"="other"}', '{namespace="media", "namespace"="other"}'],
    // A matcher on the same label is kept: both must hold, so the answer is empty.
    ['a{namespace="other"}', 'a{namespace="media", namespace="other"}'],
    ['a{namespace=~".*"}', 'a{namespace="media", namespace=~".*"}'],
    ['a{namespace!="media"}', 'a{namespace="media", namespace!="media"}'],
  ])('limits every selector of %s', (expression, expected) => {
    expect(enforce(expression)).toBe(expected);
  });

  it('drops comments, so that nothing hides in them', () => {
    expect(enforce('a # } or secret{\n + b')).toBe(
      'a{namespace="media"} \n + b{namespace="media"}',
    );
  });

  it('is not fooled by what looks like a selector inside a string', () => {
    expect(enforce('a{b="} or secret{"}')).toBe(
      'a{namespace="media", b="} or secret{"}',
    );
  });

  it('writes a value that PromQL reads as itself', () => {
    const value = 'a"}\\ \n or secret{';
    const [selector] = enforceMatchers('up', [
      { label: 'x', operator: '=', value },
    ]).match(/\{.*\}$/s)!;
    expect(parseLabelMatchers(selector.slice(1, -1)).matchers).toEqual([
      { label: 'x', operator: '=', value },
    ]);
  });

  it('limits by several labels at once', () => {
    expect(
      enforceMatchers('a + {b="c"}', [
        ...SCOPE,
        { label: 'cluster', operator: '=~', value: 'eu|us' },
      ]),
    ).toBe(
      'a{namespace="media", cluster=~"eu|us"} + {namespace="media", cluster=~"eu|us", b="c"}',
    );
  });

  it.each([
    // Prometheus ends a comment at a carriage return, this parser does not.
    ['up # \r or secret', /control character/],
    ['a\u0000', /control character/],
    ['a\u2028or b', /control character/],
    ['a\u0085or b', /control character/],
    ['a\ud800', /unpaired surrogate/],
    ['', /empty/],
    [' \n ', /empty/],
    ['# a', /ends too early/],
    ['a and', /ends too early/],
    ['a}{', /does not parse/],
    ['a) or (b', /does not parse/],
    ['a{namespace="x" or x="y"}', /does not parse/],
    ['a; b', /does not parse/],
    ['a b', /does not parse/],
    ['rate(a[$__rate_interval])', /does not parse/],
    ['a{b="c', /is not closed/],
    ['"} or secret # ', /is not closed/],
    ['a{b="\\q"}', /escape/],
    // It reads target_info, which no selector in the text names.
    ['info(a)', /info is not allowed/],
    ['info(a, {b="c"})', /info is not allowed/],
    ['secret_function(a)', /does not parse/],
    ['a{b=~"(?=x)"}', /look-around/],
    ['a{b!~"("}', /missing closing/],
    ['{"b"=~"("}', /missing closing/],
  ])('refuses %j', (expression, message) => {
    expect(() => enforce(expression)).toThrow(message);
    expect(() => enforce(expression)).toThrow(PromqlError);
  });

  it.each([
    ['more than 16 KiB', `a{b="${'x'.repeat(17_000)}"}`, /longer than 16 KiB/],
    ['16 KiB in UTF-8', `a{b="${'ü'.repeat(9_000)}"}`, /longer than 16 KiB/],
    [
      'thousands of parentheses',
      `${'('.repeat(5_000)}a${')'.repeat(5_000)}`,
      /nested too deeply/,
    ],
    ['thousands of signs', `${'-'.repeat(16_000)}a`, /nested too deeply/],
    [
      'thousands of operands',
      Array(3_000).fill('a').join('+'),
      /nested too deeply|does not parse/,
    ],
    [
      'a long regular expression',
      `a{b=~"${'x'.repeat(1_001)}"}`,
      /longer than 1000 characters/,
    ],
  ])('refuses %s', (_what, expression, message) => {
    expect(() => enforce(expression)).toThrow(message);
    expect(() => enforce(expression)).toThrow(PromqlError);
  });

  it.each<[string, LabelMatcher]>([
    ['an empty value', { label: 'a', operator: '=', value: '' }],
    ['a pattern for all', { label: 'a', operator: '=~', value: '.*' }],
    ['a pattern for nothing too', { label: 'a', operator: '=~', value: 'b|' }],
    ['a faulty pattern', { label: 'a', operator: '=~', value: '(' }],
    ['a faulty label', { label: 'a="b" or c', operator: '=', value: 'd' }],
  ])('refuses to limit by %s', (_what, matcher) => {
    expect(() => enforceMatchers('up', [...SCOPE, matcher])).toThrow(
      /cannot be limited by the label/,
    );
  });

  it('lets the matchers take more room than the expression may', () => {
    const expression = Array(100).fill('a').join('+');
    const value = 'x'.repeat(500);
    const result = enforceMatchers(expression, [
      { label: 'b', operator: '=', value },
    ]);
    expect(result.split(value)).toHaveLength(101);
  });

  it('says where the fault is, also by line and column', () => {
    expect(() => enforce('sum(a) + info(b)')).toThrow(
      expect.objectContaining({ offset: 9, length: 4, line: 1, column: 10 }),
    );
    expect(() => enforce('a\n + \n  info(b)')).toThrow(
      expect.objectContaining({ line: 3, column: 3 }),
    );
  });

  it('only checks when there is nothing to enforce', () => {
    expect(enforceMatchers(' a{b="c"} # why\n', [])).toBe('a{b="c"}');
    expect(() => enforceMatchers('a{', [])).toThrow(PromqlError);
  });
});
