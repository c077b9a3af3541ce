import { readPointwise } from './readPointwise';

describe('readPointwise', () => {
  it.each([
    ['up', 'up'],
    [
      'sum  by(a)\n\t(rate(x{a="b  c"}[5m]))',
      'sum by(a) (rate(x{a="b  c"}[5m]))',
    ],
    ['x # of "old"\n + y # the end', 'x + y'],
    ['  rate( x [ 5m ] offset 1h ) ', 'rate( x [ 5m ] offset 1h )'],
    ['{__name__="x", a=~"b"}', '{__name__="x", a=~"b"}'],
    ['{"a.b"}', '{"a.b"}'],
    ['time() - timestamp(x)', 'time() - timestamp(x)'],
    ['vector(1) or absent(x)', 'vector(1) or absent(x)'],
    ['hour() + 2 * pi() ^ -1', 'hour() + 2 * pi() ^ -1'],
    ['sort_desc(sum by (a) (x))', 'sort_desc(sum by (a) (x))'],
    ['count_values("v", x)', 'count_values("v", x)'],
    ['quantile(0.9, x) without (a)', 'quantile(0.9, x) without (a)'],
    [
      'a / on (x) group_left (y) b > bool 3',
      'a / on (x) group_left (y) b > bool 3',
    ],
    [
      'max_over_time(rate(x[5m])[30m:1m])',
      'max_over_time(rate(x[5m])[30m:1m])',
    ],
    ['x[5m:]', 'x[5m:]'],
    ['a atan2 b unless c', 'a atan2 b unless c'],
  ])('reads %j', (expression, canonical) => {
    expect(readPointwise(expression)).toEqual({ canonical });
  });

  it.each([
    ['x @ 123.5', 123.5],
    ['x @ 1e3 offset 5m + y @ 7', 1_000],
    ['rate(x[5m] @ -5)', -5],
    ['max_over_time(x[1h:1m] @ 60)', 60],
  ])('says which moment %j names', (expression, fixedAt) => {
    expect(readPointwise(expression)).toMatchObject({ fixedAt });
  });

  it.each([
    'x @ end()',
    'rate(x[5m] @ start())',
    'x @ 5m',
    'x @ Inf',
    'x @ NaN',
    'x offset -5m',
    'sum(rate(x[5m] offset -1s))',
    'max_over_time((x offset -1h)[1h:1m] offset 2h)',
    'topk(3, x)',
    'bottomk by (a) (1, x)',
    'limitk(2, x)',
    'limit_ratio(0.5, x)',
    'sort_by_label(x, "a")',
    'mad_over_time(x[5m])',
    'info(x)',
    'unknown_function(x)',
    'x[step()]',
    'x[5m] smoothed',
    'increase(x[5m] anchored)',
    'x offset (5m - 10m)',
    'sum({job="a"})',
    'rate({__name__=~"a|b"}[5m])',
    '{__name__!="a"}',
    '{__name__="", job="a"}',
    'x +',
    '',
    'x # \r + y',
  ])('does not know that %j depends on the moment alone', expression => {
    expect(readPointwise(expression)).toBeUndefined();
  });

  it('makes one text of those that differ in space alone', () => {
    const texts = ['a+b', 'a + b', 'a  +\n b', 'a +\tb # sum'];
    expect(new Set(texts.map(text => readPointwise(text)?.canonical))).toEqual(
      new Set(['a+b', 'a + b']),
    );
  });
});
