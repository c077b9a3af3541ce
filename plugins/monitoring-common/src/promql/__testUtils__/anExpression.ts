import fc from 'fast-check';

/** An expression and how many selectors it has. */
export interface Generated {
  text: string;
  selectors: number;
}

/** Expressions with a known number of selectors. */
export function anExpression(): fc.Arbitrary<Generated> {
  const selector = fc
    .tuple(
      fc.constantFrom('a', 'b_total', 'job:x:rate5m', 'sum', 'start'),
      fc.constantFrom('', '{}', '{x="y"}', '{namespace!=""}', '{x="}#{",}'),
    )
    .map(parts => parts.join(''));
  const nameless = fc.constantFrom(
    '{__name__="a"}',
    "{__name__=~'a|b', x!=`y`}",
    '{"a b"}',
    '{"a", "x y"=~"z"}',
  );
  const series = fc.oneof(selector, nameless);
  const suffix = fc.constantFrom(
    '',
    ' offset 5m',
    ' @ end()',
    ' @ 17 offset -1h',
  );
  const wrap = fc.constantFrom(
    'sum by (x, namespace) (§)',
    'sum(§) without (x)',
    '(§)',
    '-(§)',
    'abs(§)',
    'absent(§)',
    'count_values("v", §)',
    'max_over_time((§)[1h:5m])',
    'max_over_time((§)[1h:] offset 1d)',
    'label_replace(§, "namespace", "other", "", "")',
    'topk(3, §)',
    '(§) # a comment with { and secret\n',
    'histogram_quantile(0.9, §)',
  );
  const join = fc.constantFrom(
    '(§) + (§)',
    '(§) / on (x) group_left (y) (§)',
    '(§) and ignoring (x) (§)',
    '(§) unless (§)',
    '(§) > bool (§)',
    'topk(scalar(§), §)',
    'quantile by (x) (scalar(§), §)',
    'clamp_max(§, scalar(§))',
  );
  return fc.letrec<{ any: Generated }>(tie => ({
    any: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc
        .tuple(series, suffix)
        .map(([text, at]) => ({ text: text + at, selectors: 1 })),
      series.map(text => ({ text: `rate(${text}[5m])`, selectors: 1 })),
      fc.constant({ text: 'vector(1)', selectors: 0 }),
      fc.tuple(wrap, tie('any')).map(([form, inner]) => ({
        text: form.split('§').join(inner.text),
        selectors: inner.selectors,
      })),
      fc.tuple(join, tie('any'), tie('any')).map(([form, left, right]) => {
        const [before, between, after] = form.split('§');
        return {
          text: before + left.text + between + right.text + after,
          selectors: left.selectors + right.selectors,
        };
      }),
    ),
  })).any;
}
