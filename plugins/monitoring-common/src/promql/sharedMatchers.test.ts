import { enforceMatchers } from './enforceMatchers';
import { sharedMatchers } from './sharedMatchers';

const A = { label: 'team', operator: '=' as const, value: 'a' };
const B = { label: 'env', operator: '=' as const, value: 'b"\\' };

describe('sharedMatchers', () => {
  it.each([
    'up',
    'sum by (team) (rate(x{team="b"}[5m])) / on () group_left sum(y)',
    'topk(scalar(n), x) or absent({__name__=~"a.*"})',
    'max_over_time(x{team=~"a|b"}[1h:1m] offset 5m) # team="c"',
  ])('finds again what was enforced in %s', expression => {
    expect(
      sharedMatchers([enforceMatchers(expression, [A, B])], ['team', 'env']),
    ).toEqual(expect.arrayContaining([A, B]));
  });

  it('finds what the selectors of several expressions share', () => {
    expect(
      sharedMatchers(
        ['{team="a", env="b"}', "up{env='b', team='a'}", 'y{team="a"}'],
        ['team', 'env'],
      ),
    ).toEqual([A]);
  });

  it.each([
    ['one selector without', ['x{team="a"} + y']],
    ['other values', ['x{team="a"} + y{team="b"}']],
    ['other operators', ['x{team=~"a"} + y{team!="a"}']],
    ['an empty value', ['x{team=""}']],
    ['another label', ['x{job="a"}']],
    ['no selector', ['1 + 1']],
    ['no expression', []],
    ['what does not parse', ['x{team="a"}', 'y{team="a"']],
  ])('finds nothing with %s', (_what, expressions) => {
    expect(sharedMatchers(expressions, ['team'])).toEqual([]);
  });

  it('looks at no label that it was not asked about', () => {
    expect(sharedMatchers(['x{team="a"}'], [])).toEqual([]);
  });
});
