import { JsonObject } from '@backstage/types';
import {
  parseVariableQuery,
  VariableQuery,
  variableQueryText,
} from './variableQuery';

describe('parseVariableQuery', () => {
  it.each<[string, VariableQuery]>([
    ['label_values(job)', { kind: 'label-values', label: 'job' }],
    [
      'label_values(up, job)',
      { kind: 'label-values', series: 'up', label: 'job' },
    ],
    [
      ' label_values(up{a="x,y", b=~"$z"},  instance ) ',
      {
        kind: 'label-values',
        series: 'up{a="x,y", b=~"$z"}',
        label: 'instance',
      },
    ],
    ['label_values({}, job)', { kind: 'label-values', label: 'job' }],
    [
      'label_values(up{\n  a="b"\n}, job)',
      { kind: 'label-values', series: 'up{\n  a="b"\n}', label: 'job' },
    ],
    [
      'label_values(up, $label)',
      { kind: 'label-values', series: 'up', label: '$label' },
    ],
    ['label_names()', { kind: 'label-names' }],
    ['label_names(up)', { kind: 'label-names', metric: 'up' }],
    ['metrics(node_.*)', { kind: 'metrics', pattern: 'node_.*' }],
    [
      'query_result(topk(5, sum by (job) (up)))',
      { kind: 'query-result', expression: 'topk(5, sum by (job) (up))' },
    ],
    ['up{job="a"}', { kind: 'series', selector: 'up{job="a"}' }],
    ['{job="$job"}', { kind: 'series', selector: '{job="$job"}' }],
  ])('reads %s', (query, parsed) => {
    expect(parseVariableQuery(query)).toEqual(parsed);
  });

  it.each(['', '  ', 'label_values()', 'metrics()', 'query_result( )'])(
    'finds nothing to ask for in "%s"',
    query => {
      expect(parseVariableQuery(query)).toBeUndefined();
    },
  );

  it('does not read a query that nobody wrote', () => {
    expect(
      parseVariableQuery(`label_values(${'('.repeat(20_000)}, job)`),
    ).toBeUndefined();
  });
});

describe('variableQueryText', () => {
  it.each<[JsonObject | string, string]>([
    ['label_values(job)', 'label_values(job)'],
    [{ qryType: 0 }, 'label_names()'],
    [{ qryType: 0, match: 'up' }, 'label_names(up)'],
    [{ qryType: 1, label: 'job' }, 'label_values(job)'],
    [
      { qryType: 1, label: 'job', metric: 'up', labelFilters: [] },
      'label_values(up,job)',
    ],
    [
      {
        qryType: 1,
        label: 'pod',
        metric: 'up',
        labelFilters: [
          { label: 'a', op: '=~', value: '$b' },
          { label: 'c', op: '!=', value: 'd' },
        ],
      },
      'label_values(up{a=~"$b", c!="d"},pod)',
    ],
    [
      {
        qryType: 1,
        label: 'pod',
        labelFilters: [{ label: 'a', op: '=', value: 'b' }],
      },
      'label_values({a="b"},pod)',
    ],
    [{ qryType: 1, query: 'label_values(up, job)' }, 'label_values(up, job)'],
    [{ qryType: 2, metric: 'go_.*' }, 'metrics(go_.*)'],
    [{ qryType: 3, varQuery: 'sum(\nup)' }, 'query_result(sum( up))'],
    [{ qryType: 4, seriesQuery: 'up{a="b"}' }, 'up{a="b"}'],
    [{ qryType: 5, classicQuery: 'label_values(x)' }, 'label_values(x)'],
    [{ query: 'label_values(up, job)', refId: 'A' }, 'label_values(up, job)'],
    [{}, ''],
  ])('writes %j as text', (json, text) => {
    expect(variableQueryText(json)).toBe(text);
  });
});
