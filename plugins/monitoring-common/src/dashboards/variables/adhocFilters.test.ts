import fc from 'fast-check';
import { AdhocFilter } from '../types';
import { enforceMatchers } from '../../promql/enforceMatchers';
import {
  ADHOC_OPERATORS,
  formatAdhocFilter,
  matchersOfFilters,
  parseAdhocFilter,
  takesSeveral,
} from './adhocFilters';
import { applyAdhocFilters } from './applyAdhocFilters';

const filters = fc.record({
  key: fc.constantFrom('job', 'instance', '_x9'),
  operator: fc.constantFrom(...ADHOC_OPERATORS),
  values: fc.array(fc.string(), { minLength: 1, maxLength: 3 }),
});

describe('filters in addresses', () => {
  it.each<[AdhocFilter, string]>([
    [{ key: 'job', operator: '=', value: 'api' }, 'job|=|api'],
    [{ key: 'job', operator: '=~', value: 'a|b' }, 'job|=~|a__gfp__b'],
    [
      { key: 'job', operator: '!=', value: 'a,b#c' },
      'job|!=|a__gfc__b__gfh__c',
    ],
    [
      { key: 'job', operator: '=|', value: 'a', values: ['a', 'b'] },
      'job|=__gfp__|a|b',
    ],
    [
      { key: 'job', operator: '!=|', value: 'a', values: ['a'] },
      'job|!=__gfp__|a',
    ],
    [{ key: 'job', operator: '=', value: '' }, 'job|=|'],
    [{ key: 'job', operator: '=~', value: 'a\\d' }, 'job|=~|a\\d'],
  ])('writes and reads %j', (filter, text) => {
    expect(formatAdhocFilter(filter)).toBe(text);
    expect(parseAdhocFilter(text)).toEqual(filter);
  });

  it.each([
    ['job,Job|=|api,API', { key: 'job', operator: '=', value: 'api' }],
    ['job|=|api#dashboards', { key: 'job', operator: '=', value: 'api' }],
    ['job|=|api\\old\\=\\scopes', { key: 'job', operator: '=', value: 'api' }],
  ])('understands what Grafana adds: %s', (text, filter) => {
    expect(parseAdhocFilter(text)).toEqual(filter);
  });

  it.each(['', 'job', 'job|=', 'job|<|3', 'a b|=|c', '|=|x', 'job|or|x'])(
    'takes %s for no filter',
    text => {
      expect(parseAdhocFilter(text)).toBeUndefined();
    },
  );

  it('reads whatever it writes', () => {
    fc.assert(
      fc.property(filters, ({ values, ...rest }) => {
        fc.pre(values.every(value => !/__gf[pch]__|\\/.test(value)));
        const filter = {
          ...rest,
          value: values[0],
          ...(takesSeveral(rest.operator) && { values }),
        };
        expect(parseAdhocFilter(formatAdhocFilter(filter))).toEqual(filter);
      }),
    );
  });
});

describe('applyAdhocFilters', () => {
  const apply = (expression: string, ...texts: string[]) =>
    applyAdhocFilters(
      expression,
      texts.map(text => parseAdhocFilter(text)!),
    );

  it.each([
    ['up', ['job|=|api'], 'up{job="api"}'],
    ['up{}', ['job|=|api'], 'up{job="api"}'],
    ['up{a="b"}', ['job|=|api'], 'up{a="b", job="api"}'],
    ['up{a="b",}', ['job|=|api'], 'up{a="b", job="api",}'],
    ['up{a="b" # x,\n}', ['job|=|api'], 'up{a="b", job="api" # x,\n}'],
    ['{__name__="up"}', ['job|!=|api'], '{__name__="up", job!="api"}'],
    [
      'sum by (job) (rate(a[5m])) / on (job) b offset 5m',
      ['job|=~|a.*'],
      'sum by (job) (rate(a{job=~"a.*"}[5m])) / on (job) b{job=~"a.*"} offset 5m',
    ],
    // One that is there already, and one that says something else of the same value.
    ['up{job="api"}', ['job|=|api'], 'up{job="api"}'],
    ['up{job="api", a="b"}', ['job|!=|api'], 'up{job!="api", a="b"}'],
    ['up{job="api"}', ['job|=|web'], 'up{job="api", job="web"}'],
    ['up', ['job|=|a', 'x|!~|b.+'], 'up{job="a", x!~"b.+"}'],
    ['up', ['job|=__gfp__|a.b|c(d)'], 'up{job=~"a\\\\.b|c\\\\(d\\\\)"}'],
    ['up', ['job|!=__gfp__|a'], 'up{job!~"a"}'],
    ['up', ['job|=|"} or secret{x="'], 'up{job="\\"} or secret{x=\\""}'],
    ['vector(1)', ['job|=|a'], 'vector(1)'],
    [
      'label_replace(up, "x", "$1", "job", "up{}")',
      ['job|=|a'],
      'label_replace(up{job="a"}, "x", "$1", "job", "up{}")',
    ],
  ])('filters %s', (expression, texts, filtered) => {
    expect(apply(expression, ...texts)).toBe(filtered);
  });

  it('says so when the expression is none', () => {
    expect(() => apply('up{', 'job|=|a')).toThrow(/./);
  });

  it('never lets a value out of its quotes', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), value => {
        const filtered = applyAdhocFilters('sum(up{a="b"}) / x', [
          { key: 'job', operator: '=', value },
        ]);
        expect(() => enforceMatchers(filtered, [])).not.toThrow();
        expect(filtered.replace(/job="(?:[^"\\]|\\.)*"/g, 'job="x"')).toBe(
          'sum(up{a="b", job="x"}) / x{job="x"}',
        );
      }),
    );
  });
});

describe('matchersOfFilters', () => {
  it('writes filters as an author would, and leaves out what is none', () => {
    expect(matchersOfFilters(['job|=|a', 'nonsense', 'x|=~|b'])).toBe(
      'job="a", x=~"b"',
    );
  });
});
