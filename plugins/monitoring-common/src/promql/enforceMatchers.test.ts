import { parser } from '@prometheus-io/lezer-promql';
import fc from 'fast-check';
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
    // A matcher on the same label is kept: both must hold, so the answer is empty.
    ['a{namespace="other"}', 'a{namespace="media", namespace="other"}'],
    ['a{namespace=~".*"}', 'a{namespace="media", namespace=~".*"}'],
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
    expect(parseLabelMatchers(selector.slice(1, -1))).toEqual([
      { label: 'x', operator: '=', value },
    ]);
  });

  it.each([
    ['a and', /does not parse/],
    ['a}{', /does not parse/],
    ['', /empty/],
    ['a\u0000', /control character/],
    ['a\u2028or b', /control character/],
    ['a\r', /control character/],
    ['info(a)', /info is not allowed/],
    [`a{b="${'x'.repeat(17_000)}"}`, /longer than 16 KiB/],
    [
      '('.repeat(400) + 'a' + ')'.repeat(400),
      /nested too deeply|does not parse/,
    ],
    [`a{b=~"${'x'.repeat(1_001)}"}`, /longer than 1000 characters/],
    ['a{b=~"(?=x)"}', /look-around/],
  ])('refuses %.40s', (expression, message) => {
    expect(() => enforce(expression)).toThrow(message);
    expect(() => enforce(expression)).toThrow(PromqlError);
  });

  it('says where the fault is', () => {
    expect(() => enforce('sum(a) + info(b)')).toThrow(
      expect.objectContaining({ offset: 9, length: 4 }),
    );
  });

  it('limits every selector of any expression', () => {
    const name = fc.constantFrom('a', 'b_total', 'job:x:rate5m');
    const matchers = fc.constantFrom('', '{}', '{x="y"}', '{namespace!=""}');
    const selector = fc.tuple(name, matchers).map(parts => parts.join(''));
    const { expression } = fc.letrec<{ expression: string }>(tie => ({
      expression: fc.oneof(
        { maxDepth: 4 },
        selector,
        selector.map(text => `rate(${text}[5m])`),
        tie('expression').map(text => `sum by (x) (${text})`),
        tie('expression').map(text => `(${text})`),
        tie('expression').map(text => `max_over_time((${text})[1h:5m])`),
        tie('expression').map(text => `topk(3, ${text})`),
        fc
          .tuple(
            tie('expression'),
            fc.constantFrom('+', '/', 'and', 'or', 'unless', '> bool'),
            tie('expression'),
          )
          .map(parts => parts.join(' ')),
      ),
    }));
    fc.assert(
      fc.property(expression, text => {
        const result = enforce(text);
        const selectors: string[] = [];
        parser.parse(result).iterate({
          enter(node) {
            if (node.name === 'VectorSelector') {
              selectors.push(result.slice(node.from, node.to));
            }
          },
        });
        expect(
          selectors.filter(found => !found.includes('{namespace="media"')),
        ).toEqual([]);
        expect(selectors).toHaveLength(
          (text.match(/(?<![a-z_:])(a|b_total|job:x:rate5m)(?![a-z_(])/g) ?? [])
            .length,
        );
      }),
      { numRuns: 500 },
    );
  });
});
