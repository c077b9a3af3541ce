import { QueryFault } from './QueryFault';
import { readEventQueries, readGaugeQuery, readRatioQuery } from './readQuery';

function readOne(query: string, counter?: boolean) {
  const [result] = readEventQueries([query], counter);
  if (result instanceof QueryFault) {
    throw result;
  }
  return result;
}

describe('readEventQueries', () => {
  it.each([
    ['sum(increase(x[$window]))', 'sum(increase(x[$window]))'],
    ['sum(increase(x[{{.window}}]))', 'sum(increase(x[$window]))'],
    ['sum(increase(x[{{ .window }}]))', 'sum(increase(x[$window]))'],
    // eslint-disable-next-line no-template-curly-in-string
    ['sum(increase(x[${window}]))', 'sum(increase(x[$window]))'],
    [
      'sum(rate(x{code=~"(5..|429)"}[{{.window}}]))',
      'sum(increase(x{code=~"(5..|429)"}[$window]))',
    ],
    [
      'sum by (job) (rate(x{$selector}[$window] offset 5m))',
      'sum by (job) (increase(x{$selector}[$window] offset 5m))',
    ],
    [
      'sum(rate(a[$window])) + sum(rate(b[$window])) or vector(0)',
      'sum(increase(a[$window])) + sum(increase(b[$window])) or vector(0)',
    ],
    [
      'label_replace(rate(a{path=~"/a$"}[$window]), "x", "$1", "y", "(.*)")',
      'label_replace(increase(a{path=~"/a$"}[$window]), "x", "$1", "y", "(.*)")',
    ],
    [
      'count_over_time((probe_success == 0)[$window:1m])',
      'count_over_time((probe_success == 0)[$window:1m])',
    ],
    [
      'sum_over_time((sum(rate(x[5m])) > bool 10)[$window:1m])',
      'sum_over_time((sum(rate(x[5m])) > bool 10)[$window:1m])',
    ],
    [
      'histogram_count(sum(increase(x[$window])))',
      'histogram_count(sum(increase(x[$window])))',
    ],
    [
      '\n  sum(\n increase(x[$window])) # all\n',
      'sum(\n increase(x[$window])) # all',
    ],
  ])('reads %p', (query, expected) => {
    expect(readOne(query)).toEqual({ query: expected, warnings: [] });
  });

  it.each([
    ['sum(rate(x[5m]))', 'sum(increase(x[$window]))', /fixed \[5m\]/],
    [
      'sum(rate(x[1h])) - sum(rate(y[1h]))',
      'sum(increase(x[$window])) - sum(increase(y[$window]))',
      /fixed \[1h\]/,
    ],
    ['sum(rate(x[$__rate_interval]))', 'sum(increase(x[$window]))', /Grafana/],
    ['increase(x[$__range])', 'increase(x[$window])', /Grafana/],
    [
      'clamp_min(rate(x[$window]), 0)',
      'clamp_min(rate(x[$window]), 0)',
      /events per second/,
    ],
    [
      'sum(rate(x[$window])) + sum(rate(y[5m]))',
      'sum(rate(x[$window])) + sum(rate(y[5m]))',
      /events per second/,
    ],
    [
      'sum(rate(x[$window])) * 60',
      'sum(rate(x[$window])) * 60',
      /events per second/,
    ],
  ])(
    'reads %p otherwise than written, and says so',
    (query, expected, warning) => {
      const { query: read, warnings } = readOne(query);
      expect(read).toBe(expected);
      expect(warnings).toEqual([expect.stringMatching(warning)]);
    },
  );

  it.each([
    ['requests_total', true, 'increase(requests_total[$window])'],
    [
      'sum(requests{code="500"})',
      true,
      'sum(increase(requests{code="500"}[$window]))',
    ],
    [
      'sum by (a) (x) + (y{$selector} offset 1h) or vector(0)',
      true,
      'sum by (a) (increase(x[$window])) + (increase(y{$selector}[$window] offset 1h)) or vector(0)',
    ],
    ['sum(jobs_done)', false, 'sum(sum_over_time(jobs_done[$window]))'],
    ['{__name__=~"a|b"}', true, 'increase({__name__=~"a|b"}[$window])'],
  ])('counts the bare %p with counter %p', (query, counter, expected) => {
    expect(readOne(query, counter)).toEqual({ query: expected, warnings: [] });
  });

  it('leaves rates in both of a pair when one of them cannot be counted', () => {
    const [bad, total] = readEventQueries(
      ['sum(rate(x[$window])) / 2', 'sum(rate(y[$window]))'],
      undefined,
    );
    expect([bad, total]).toEqual([
      {
        query: 'sum(rate(x[$window])) / 2',
        warnings: [expect.stringContaining('per second')],
      },
      {
        query: 'sum(rate(y[$window]))',
        warnings: [expect.stringContaining('per second')],
      },
    ]);
  });

  it.each<[string, boolean | undefined, RegExp]>([
    ['sum(requests_total)', undefined, /no window.*counter: true/],
    ['avg(x)', true, /does more than adding up/],
    ['x / y', true, /does more than adding up/],
    ['x + 1', true, /does more than adding up/],
    ['count(x)', false, /does more than adding up/],
    ['sum(rate(x[5m])) / sum(rate(x[1h]))', true, /several fixed windows/],
    ['max_over_time(rate(x[5m])[1h:1m])', true, /several fixed windows/],
    ['max_over_time(rate(x[5m])[5m:1m])', true, /several fixed windows/],
    ['sum(irate(x[$window]))', true, /irate/],
    ['x[$window]', true, /gives a range/],
    ['(x[5m])', true, /gives a range/],
    ['x[5m:1m]', true, /gives a range/],
    ['"text"', true, /constant/],
    ['5', true, /constant/],
    ['vector(1)', true, /reads no series/],
    ['', true, /empty/],
    ['sum(increase(x[$window])', true, /cannot be used/],
    ['increase(x[1m:$window])', true, /outside of square brackets/],
    ['increase(x[$window] offset $window)', true, /outside of square brackets/],
    ['increase(x{a="$window"}[$window])', true, /within quotes/],
    ['increase(x{a="$selector"}[$window])', true, /cannot be used/],
    ['increase(x{a="{{.window}}"}[$window])', true, /within quotes/],
    [
      'increase(x[$window]) * $selector',
      true,
      /cannot be used|outside of braces/,
    ],
    ['increase(x{__sightline_selector__="1"}[$window])', true, /reserved/],
    ['increase(x{job="$job"}[$window]) / $total', true, /'\$total'/],
    ['increase(x{job=~"a"}[{{.period}}])', true, /'{{\.period}}'/],
    [
      `sum(${Array(31).fill('increase(x[$window])').join(' + ')})`,
      true,
      /reads 31 metrics, more than 30/,
    ],
    ['increase(x[$window] @ 1609746000)', true, /fixed time/],
    ['info(increase(x[$window]))', true, /info is not allowed/],
    ['increase(x{a=~"(?=b)"}[$window])', true, /look-around/],
    [
      `increase(x{a="${'a'.repeat(2_000)}"}[$window])`,
      true,
      /longer than 2000 characters/,
    ],
  ])('refuses %p', (query, counter, message) => {
    expect(() => readOne(query, counter)).toThrow(QueryFault);
    expect(() => readOne(query, counter)).toThrow(message);
  });
});

describe('readRatioQuery', () => {
  it.each([
    [
      'sum(rate(a[{{.window}}])) / sum(rate(b[{{.window}}]))',
      'sum(rate(a[$window])) / sum(rate(b[$window]))',
      0,
    ],
    ['slo:error_ratio{$selector}', 'slo:error_ratio{$selector}', 0],
    [
      '1 - sum(rate(a[5m])) / sum(rate(b[5m]))',
      '1 - sum(rate(a[$window])) / sum(rate(b[$window]))',
      1,
    ],
  ])('reads %p', (query, expected, warnings) => {
    const read = readRatioQuery(query);
    expect(read.query).toBe(expected);
    expect(read.warnings).toHaveLength(warnings);
  });
});

describe('readGaugeQuery', () => {
  it('keeps the windows of a figure that is looked at minute by minute', () => {
    const query = 'histogram_quantile(0.95, sum(rate(x_bucket[10m])) by (le))';
    expect(readGaugeQuery(query)).toEqual({ query, warnings: [] });
  });

  it('looks back five minutes where the query leaves it open', () => {
    const { query, warnings } = readGaugeQuery('max(rate(x[$__interval]))');
    expect(query).toBe('max(rate(x[5m]))');
    expect(warnings).toEqual([expect.stringContaining('[5m]')]);
  });
});
