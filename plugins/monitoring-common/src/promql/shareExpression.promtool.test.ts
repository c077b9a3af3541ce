import fc from 'fast-check';
import { runPromtool } from '../slo/promtool/__testUtils__/promtool';
import { shareExpression } from './shareExpression';

const SERVICES = ['first', 'second'];

/** Queries of the kinds that SLIs are written in, some of which cannot be shared. */
function aQuery(): fc.Arbitrary<string> {
  const metric = fc.constantFrom('a_total', 'b_total');
  const matchers = fc.constantFrom('', ', code="500"', ', zone!="x"');
  const increase = fc
    .tuple(metric, matchers)
    .map(([name, more]) => `increase(${name}{$selector${more}}[$window])`);
  const wrap = fc.constantFrom(
    'sum(§)',
    'max by (zone) (§)',
    'avg without (code) (§)',
    'count by (code, app) (§)',
    'quantile(0.5, §)',
    'topk(1, §)',
    'clamp_min(§, 3)',
    '-(§)',
    '(§ > 2)',
    'max_over_time((§)[10m:1m])',
    'sum(§) or vector(0)',
    'stddev(§)',
  );
  const join = fc.constantFrom(
    '§ + §',
    'sum(§) / sum(§)',
    'sum by (zone) (§) / on () group_left () sum(§)',
    'sum by (zone) (§) - on (zone) sum by (zone) (§)',
    '(§) or on () (§)',
    '(§) unless (§)',
    'sum by (zone, code) (§) / ignoring (code) group_left () sum by (zone) (§)',
    'sum(§) and on () (§)',
  );
  return fc.letrec<{ any: string }>(tie => ({
    any: fc.oneof(
      { maxDepth: 3 },
      increase,
      fc
        .tuple(wrap, tie('any'))
        .map(([form, inner]) => form.split('§').join(inner)),
      fc.tuple(join, tie('any'), tie('any')).map(([form, left, right]) => {
        const [before, between, after] = form.split('§');
        return before + left + between + right + after;
      }),
    ),
  })).any;
}

function bind(query: string, selector: string): string {
  return query.replace(/\$selector/g, selector).replace(/\$window/g, '5m');
}

describe('shareExpression, in promtool', () => {
  it('answers for each service what the query answers for it alone', () => {
    const queries = [
      ...new Set(fc.sample(aQuery(), { numRuns: 600, seed: 18 })),
    ].flatMap(query => {
      const shared = shareExpression(query, 'app');
      return shared === undefined ? [] : [{ query, shared }];
    });
    expect(queries.length).toBeGreaterThan(150);
    const tests = queries.flatMap(({ query, shared }) =>
      SERVICES.flatMap(service => {
        const own = `sum without (app) (${bind(query, `app="${service}"`)})`;
        const all = bind(shared, `app=~"${SERVICES.join('|')}"`);
        const one = `sum without (app) ((${all}) and on (app) chosen{app="${service}"})`;
        // Digits of a division may differ in the last place; NaN differs from itself.
        const equal = `((${own}) == (${one}) or abs((${own}) - (${one})) < 1e-9)`;
        return [
          {
            expr: `count((${own}) unless ${equal} unless (${own}) != (${own}))`,
          },
          {
            expr: `count((${one}) unless ${equal} unless (${own}) != (${own}))`,
          },
        ];
      }),
    );
    const series = (name: string, values: string) => ({ series: name, values });
    const output = runPromtool([], {
      input_series: SERVICES.flatMap((app, index) => [
        series(`chosen{app="${app}"}`, '1x40'),
        ...['x', 'y'].flatMap((zone, place) => [
          series(
            `a_total{app="${app}", zone="${zone}", code="200"}`,
            `0+${7 + 3 * index + place}x40`,
          ),
          series(
            `b_total{app="${app}", zone="${zone}", code="500"}`,
            `0+${2 + index}x40`,
          ),
        ]),
        // Only one of them has ever failed.
        ...(index === 0
          ? [series(`a_total{app="${app}", zone="x", code="500"}`, '0+1x40')]
          : []),
      ]),
      promql_expr_test: tests.map(({ expr }) => ({
        expr,
        eval_time: '31m',
        exp_samples: [],
      })),
    });
    expect(output.slice(0, 2_000)).toBe('');
  });
});
