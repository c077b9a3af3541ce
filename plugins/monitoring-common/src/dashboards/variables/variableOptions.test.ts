import { parseLabelValuesQuery } from './parseLabelValuesQuery';
import { variableOptions } from './variableOptions';

describe('parseLabelValuesQuery', () => {
  it.each([
    ['label_values(up, job)', 'up', 'job'],
    [
      'label_values(pg_stat_database_numbackends{service="a, b", x=~"(c)"}, datname)',
      'pg_stat_database_numbackends{service="a, b", x=~"(c)"}',
      'datname',
    ],
    [
      ' label_values( {__name__=~"a|b", job="$job"} ,instance ) ',
      '{__name__=~"a|b", job="$job"}',
      'instance',
    ],
  ])('reads %s', (query, series, label) => {
    expect(parseLabelValuesQuery(query)).toEqual({ series, label });
  });

  it.each([
    'label_values(job)',
    'label_names()',
    'query_result(up)',
    'metrics(pg_.*)',
    'label_values(up, a-b)',
    '',
  ])('does not read %s', query => {
    expect(parseLabelValuesQuery(query)).toBeUndefined();
  });
});

describe('variableOptions', () => {
  const texts = (
    values: string[],
    definition: Partial<Parameters<typeof variableOptions>[1]>,
  ) =>
    variableOptions(values, { sort: 'none', ...definition }).map(one =>
      one.text === one.value ? one.value : `${one.text}=${one.value}`,
    );

  it('has every value once', () => {
    expect(texts(['b', 'a', 'b'], {})).toEqual(['b', 'a']);
  });

  it.each([
    ['asc' as const, ['node-2', 'node-10']],
    ['desc' as const, ['node-10', 'node-2']],
  ])('sorts (%s) numbers within texts as numbers', (sort, sorted) => {
    expect(texts(['node-10', 'node-2'], { sort })).toEqual(sorted);
  });

  it.each([
    ['/^template/', ['template0', 'template1']],
    ['/^TEMPLATE1$/i', ['template1']],
    ['template(\\d)', ['0', '1']],
    ['/(?P<text>t)emplate(?P<value>\\d)/', ['t=0', 't=1']],
    ['/(/', ['media', 'template0', 'template1']],
  ])('keeps what %s says', (regex, kept) => {
    expect(texts(['media', 'template0', 'template1'], { regex })).toEqual(kept);
  });
});
