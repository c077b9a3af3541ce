import fc from 'fast-check';
import { parser } from '@prometheus-io/lezer-promql';
import { Sli } from '../../slo/types';
import { anExpression } from '../../promql/__testUtils__/anExpression';
import { validatePromql } from '../../promql/validatePromql';
import { QueryFault } from './QueryFault';
import { limitSli } from './limitSli';
import { readEventQueries } from './readQuery';

const SCOPE = [{ label: 'namespace', operator: '=' as const, value: 'a"b' }];
const MATCHER = 'namespace="a\\"b"';

/** Selectors of a query that lack the matcher. */
function foreign(query: string): string[] {
  const text = query.replace(/\$window/g, '5m').replace(/\$selector/g, 's="1"');
  expect(validatePromql(text)).toBeUndefined();
  const found: string[] = [];
  parser.parse(text).iterate({
    enter: ({ name, from, to }) => {
      if (
        name === 'VectorSelector' &&
        !text.slice(from, to).includes(MATCHER)
      ) {
        found.push(text.slice(from, to));
      }
    },
  });
  return found;
}

describe('limitSli', () => {
  it.each<[Sli, Sli]>([
    [
      {
        type: 'ratio',
        good: 'increase(x{$selector}[$window])',
        total: 'increase({__name__="y"}[$window])',
      },
      {
        type: 'ratio',
        good: `increase(x{${MATCHER}, $selector}[$window])`,
        total: `increase({${MATCHER}, __name__="y"}[$window])`,
      },
    ],
    [
      { type: 'raw', errorRatio: 'a / b' },
      { type: 'raw', errorRatio: `a{${MATCHER}} / b{${MATCHER}}` },
    ],
    [
      { type: 'uptime', gauge: 'up' },
      { type: 'uptime', gauge: `up{${MATCHER}}` },
    ],
    [
      { type: 'threshold', query: 'max(x)', operator: '<', value: 1 },
      {
        type: 'threshold',
        query: `max(x{${MATCHER}})`,
        operator: '<',
        value: 1,
      },
    ],
  ])('limits each selector of %p', (sli, expected) => {
    expect(limitSli(sli, SCOPE)).toEqual(expected);
    expect(limitSli(sli, [])).toBe(sli);
  });

  it('lets no query of a document select a series beyond the scope', () => {
    let used = 0;
    const foreignOf = (query: string) => {
      used += 1;
      const limited = limitSli({ type: 'raw', errorRatio: query }, SCOPE);
      return foreign((limited as { errorRatio: string }).errorRatio);
    };
    fc.assert(
      fc.property(anExpression(), expression => {
        const query = expression.text.replace(/\[\w+(?=[\]:])/g, '[$window');
        const [read] = readEventQueries([query], true);
        expect(read instanceof QueryFault ? [] : foreignOf(read.query)).toEqual(
          [],
        );
      }),
      { numRuns: 1_000 },
    );
    expect(used).toBeGreaterThan(100);
  });
});
