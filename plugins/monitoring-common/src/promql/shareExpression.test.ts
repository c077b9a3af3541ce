import { shareExpression } from './shareExpression';

describe('shareExpression', () => {
  it.each([
    ['increase(a{$selector}[$window])', undefined],
    [
      'sum(increase(a{$selector, code=~"5.."}[$window]))',
      'sum by (app) (increase(a{$selector, code=~"5.."}[$window]))',
    ],
    ['sum by (x) (a{$selector})', 'sum by (app, x) (a{$selector})'],
    ['sum by () (a{$selector})', 'sum by (app) (a{$selector})'],
    ['sum by (x, app) (a{$selector})', undefined],
    ['sum(a{$selector}) by (x,)', 'sum(a{$selector}) by (app, x,)'],
    ['sum without (x) (a{$selector})', undefined],
    ['quantile(0.9, a{$selector})', 'quantile by (app) (0.9, a{$selector})'],
    [
      'a{$selector} / on (x) group_left (y) b{$selector}',
      'a{$selector} / on (app, x) group_left (y) b{$selector}',
    ],
    [
      'a{$selector} or on () b{$selector}',
      'a{$selector} or on (app) b{$selector}',
    ],
    ['a{$selector} and ignoring (x) b{$selector}', undefined],
    ['1 - a{$selector} / -(b{$selector})', undefined],
    ['(a{$selector} == bool 1) * 2', undefined],
    [
      'max_over_time(sum(a{$selector})[$window:1m] offset 5m)',
      'max_over_time(sum by (app) (a{$selector})[$window:1m] offset 5m)',
    ],
    [
      'histogram_quantile(0.9, sum by (le) (rate(a{$selector}[$window])))',
      'histogram_quantile(0.9, sum by (app, le) (rate(a{$selector}[$window])))',
    ],
    ['{__name__="a", $selector}', undefined],
    ['a{$selector} @ end()', undefined],
  ])('answers for many services: %s', (query, shared) => {
    expect(shareExpression(query, 'app')).toBe(shared ?? query);
  });

  it.each([
    ['a', 'without the placeholder'],
    ['a{job="x"} + b{$selector}', 'a selector without the placeholder'],
    ['a{$selector} or vector(0)', 'a number without labels'],
    ['vector(1)', 'no series'],
    ['1', 'a number'],
    ['1 + 1', 'numbers'],
    ['a{$selector} > scalar(b{$selector})', 'a scalar of series'],
    ['time() - a{$selector}', 'the time'],
    ['hour() < 5', 'the time, as a vector'],
    ['absent(a{$selector})', 'labels made up'],
    ['absent_over_time(a{$selector}[$window])', 'labels made up'],
    ['label_replace(a{$selector}, "app", "x", "", "")', 'labels changed'],
    ['label_join(a{$selector}, "app", "-", "x")', 'labels changed'],
    ['count_values("v", a{$selector})', 'a label of values'],
    ['topk(1, a{$selector})', 'a choice among series'],
    ['bottomk(1, a{$selector})', 'a choice among series'],
    ['sum without (app) (a{$selector})', 'the label taken away'],
    ['sum without (x, app) (a{$selector})', 'the label taken away'],
    [
      'sum by (x) (a{$selector}) * b{$selector}',
      'series with the label and series without it, which never match',
    ],
    [
      'sum(a{$selector}) or b{$selector}',
      'series with the label and series without it, which never match',
    ],
    ['a{$selector} * ignoring (app) b{$selector}', 'matching without it'],
    [
      'a{$selector} * on (x) group_left (app) b{$selector}',
      'the label copied from the other side',
    ],
    ['quantile(scalar(a{$selector}), b{$selector})', 'a computed parameter'],
    ['rate({__name__=~"a|b", $selector}[$window])', 'names by a pattern'],
    ['label_values("$selector")', 'no PromQL'],
    ['sum(a{$selector}', 'text that does not parse'],
    ['a{x="$selector"}', 'the placeholder in a text'],
  ])('refuses %s: %s', query => {
    expect(shareExpression(query, 'app')).toBeUndefined();
  });
});
