import { parseLabelValuesQuery } from './parseLabelValuesQuery';

describe('parseLabelValuesQuery', () => {
  it.each([
    ['label_values(up, job)', { series: 'up', label: 'job' }],
    ['  label_values( up ,job ) ', { series: 'up', label: 'job' }],
    [
      'label_values(up{job="a", env=~"$env"},\n  instance)',
      { series: 'up{job="a", env=~"$env"}', label: 'instance' },
    ],
    [
      'label_values(pg_up{service="a, b", x=~"(c)"}, datname)',
      { series: 'pg_up{service="a, b", x=~"(c)"}', label: 'datname' },
    ],
    [
      'label_values(sum(up) by (a, b), job)',
      { series: 'sum(up) by (a, b)', label: 'job' },
    ],
  ])('reads %s', (query, expected) => {
    expect(parseLabelValuesQuery(query)).toEqual(expected);
  });

  it.each([
    'label_values(job)',
    'label_values(, job)',
    'label_values(up, )',
    'label_values(up, 1job)',
    'label_values(up{job="a", env="b"})',
    'label_values(up, job',
    'label_names()',
    'query_result(up)',
    'metrics(pg_.*)',
    'label_values(up, a-b)',
    '',
  ])('reads nothing from %p', query => {
    expect(parseLabelValuesQuery(query)).toBeUndefined();
  });

  it.each([
    ['before', `label_values(${' '.repeat(100_000)}`],
    ['around', `label_values(up${' '.repeat(100_000)},${' '.repeat(9)}job`],
    ['after', `label_values(up, job${' '.repeat(100_000)}x)`],
  ])('is not slowed down by very many spaces %s', (_where, query) => {
    const started = performance.now();
    expect(parseLabelValuesQuery(query)).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(100);
  });

  it('reads nothing longer than people write', () => {
    const series = 'u'.repeat(1_980);
    expect(parseLabelValuesQuery(`label_values(${series},j)`)).toBeDefined();
    expect(
      parseLabelValuesQuery(`label_values(${series}uuuuu,j)`),
    ).toBeUndefined();
  });
});
