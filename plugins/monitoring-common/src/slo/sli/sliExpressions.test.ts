import { leMatcher } from './leMatcher';
import { formatDuration } from '../../durations/formatDuration';
import { sliExpressions } from './sliExpressions';
import { sliSeriesId } from './sliSeriesId';

const selector = 'service="ingestor", env=~"a$|b"';

describe('sliExpressions', () => {
  it('counts no failure yet as zero bad events', () => {
    expect(
      sliExpressions(
        {
          selector,
          sli: {
            type: 'ratio',
            bad: 'increase(requests_total{$selector, code=~"5.."}[$window])',
            total: 'increase(requests_total{$selector}[$window])',
          },
        },
        300,
      ),
    ).toEqual({
      total: `sum(increase(requests_total{${selector}}[5m]))`,
      bad: `sum(increase(requests_total{${selector}, code=~"5.."}[5m])) or 0 * sum(increase(requests_total{${selector}}[5m]))`,
    });
  });

  it('counts requests that no bucket up to the threshold holds as bad', () => {
    expect(
      sliExpressions(
        {
          selector,
          sli: {
            type: 'latency',
            histogram: 'request_duration_seconds',
            matchers: 'code!~"5.."',
            thresholdSeconds: 0.5,
          },
        },
        3_600,
      ).bad,
    ).toBe(
      `clamp_min(sum(increase(request_duration_seconds_count{${selector}, code!~"5.."}[1h])) - sum(increase(request_duration_seconds_bucket{${selector}, code!~"5..", le=~"0\\\\.5|5e-01"}[1h])), 0)`,
    );
  });

  it('finds the threshold of a histogram in milliseconds', () => {
    expect(
      sliExpressions(
        {
          selector,
          sli: {
            type: 'latency',
            histogram: 'request_duration_milliseconds',
            unitSeconds: 0.001,
            thresholdSeconds: 0.3,
          },
        },
        300,
      ).bad,
    ).toContain('le=~"300|3e\\\\+02|300\\\\.0"');
  });

  it('counts a minute as up when any instance is up', () => {
    expect(
      sliExpressions(
        { selector, sli: { type: 'uptime', gauge: 'up{$selector}' } },
        300,
      ),
    ).toEqual({
      total: `count_over_time((max(up{${selector}}) < bool 1)[299999ms:1m])`,
      bad: `sum_over_time((max(up{${selector}}) < bool 1)[299999ms:1m])`,
    });
  });
});

describe('sliExpressions, for every kind of SLI', () => {
  const events = {
    bad: 'increase(f{$selector}[$window])',
    total: 'increase(t{$selector}[$window])',
  };
  const minutes = '[299999ms:1m]';
  it.each<
    [string, Parameters<typeof sliExpressions>[0]['sli'], string, string]
  >([
    [
      'good events',
      { type: 'ratio', good: events.bad, total: events.total },
      'clamp_min(sum(increase(t{s="x"}[5m])) - (sum(increase(f{s="x"}[5m])) or 0 * sum(increase(t{s="x"}[5m]))), 0)',
      'sum(increase(t{s="x"}[5m]))',
    ],
    [
      'events that are divided, which can be NaN',
      {
        type: 'ratio',
        bad: 'f{$selector} / t{$selector}',
        total: events.total,
      },
      'sum((f{s="x"} / t{s="x"}) >= 0) or 0 * sum(increase(t{s="x"}[5m]))',
      'sum(increase(t{s="x"}[5m]))',
    ],
    [
      'a native histogram, in milliseconds',
      {
        type: 'latency',
        histogram: 'h',
        native: true,
        unitSeconds: 0.001,
        thresholdSeconds: 0.3,
      },
      'clamp_min(sum(histogram_count(increase(h{s="x"}[5m]))) * (1 - histogram_fraction(-Inf, 300, sum(increase(h{s="x"}[5m])))), 0) >= 0 or 0 * sum(histogram_count(increase(h{s="x"}[5m])))',
      'sum(histogram_count(increase(h{s="x"}[5m])))',
    ],
    [
      'a raw error ratio',
      { type: 'raw', errorRatio: 'r{$selector, w="$window"}' },
      `sum_over_time((avg(clamp(r{s="x", w="5m"}, 0, 1) >= 0))${minutes})`,
      `count_over_time((avg(clamp(r{s="x", w="5m"}, 0, 1) >= 0))${minutes})`,
    ],
    [
      'a figure that has to stay over a value',
      { type: 'threshold', query: 'q{$selector}', operator: '>', value: 0.5 },
      `sum_over_time((max(((q{s="x"}) >= -Inf) <= bool 0.5))${minutes})`,
      `count_over_time((max(((q{s="x"}) >= -Inf) <= bool 0.5))${minutes})`,
    ],
  ])('counts %s', (_name, sli, bad, total) => {
    expect(sliExpressions({ sli, selector: 's="x"' }, 300)).toEqual({
      bad,
      total,
    });
  });

  it('has the slices of a window that end in it, once each', () => {
    expect(
      sliExpressions(
        {
          sli: { type: 'ratio', ...events },
          selector: 's="x"',
          budgetingMethod: 'Timeslices',
          timeSlice: { seconds: 900, target: '0.95' },
        },
        3_600,
      ).bad,
    ).toBe(
      'sum_over_time(((sum(increase(f{s="x"}[15m])) or 0 * sum(increase(t{s="x"}[15m]))) / (sum(increase(t{s="x"}[15m])) > 0) > bool (0.05 + 1e-9))[3599999ms:15m])' +
        ' or 0 * (sum(increase(f{s="x"}[5m])) or 0 * sum(increase(t{s="x"}[5m])))',
    );
  });

  it('answers by the label of the services that share the rules', () => {
    expect(
      sliExpressions(
        { sli: { type: 'ratio', ...events }, selector: 's=~"x|y"' },
        300,
        's',
      ).total,
    ).toBe('sum by (s) (increase(t{s=~"x|y"}[5m]))');
  });
});

describe('sliSeriesId', () => {
  const ratio = { type: 'ratio' as const, bad: 'b', total: 't' };
  it.each<[string, Parameters<typeof sliSeriesId>[0]]>([
    ['http:availability', { sliId: 'http:availability', sli: ratio }],
    [
      'http:availability@prod',
      { sliId: 'http:availability', sli: ratio, environment: 'prod' },
    ],
    [
      'http:latency:0.5s',
      {
        sliId: 'http:latency',
        sli: { type: 'latency', histogram: 'h', thresholdSeconds: 0.5 },
      },
    ],
    [
      'q:lte5',
      {
        sliId: 'q',
        sli: { type: 'threshold', query: 'q', operator: '<=', value: 5 },
      },
    ],
    [
      'a:timeslices:5m:0.95@prod',
      {
        sliId: 'a',
        sli: ratio,
        environment: 'prod',
        budgetingMethod: 'Timeslices',
        timeSlice: { seconds: 300, target: '0.95' },
      },
    ],
    [
      'a:ratiotimeslices:1h',
      {
        sliId: 'a',
        sli: ratio,
        budgetingMethod: 'RatioTimeslices',
        timeSlice: { seconds: 3_600 },
      },
    ],
    ['a', { sliId: 'a', sli: ratio, budgetingMethod: 'Occurrences' }],
  ])('is %s', (id, slo) => {
    expect(sliSeriesId(slo)).toBe(id);
  });
});

describe('leMatcher', () => {
  it.each([
    [0.5, 'le=~"0\\\\.5|5e-01"'],
    [1, 'le=~"1|1e\\\\+00|1\\\\.0"'],
    [10, 'le=~"10|1e\\\\+01|10\\\\.0"'],
    [2.5, 'le=~"2\\\\.5|2\\\\.5e\\\\+00"'],
    [0.00001, 'le=~"0\\\\.00001|1e-05|1\\\\.0E-5"'],
  ])('finds the bucket of %d s in every spelling: %s', (bound, matcher) => {
    expect(leMatcher(bound)).toBe(matcher);
  });
});

describe('leMatcher of a histogram in milliseconds', () => {
  it.each([
    [0.0005, 'le=~"0\\\\.5|5e-01"'],
    [0.3, 'le=~"300|3e\\\\+02|300\\\\.0"'],
    [0.5, 'le=~"500|5e\\\\+02|500\\\\.0"'],
    [2.5, 'le=~"2500|2\\\\.5e\\\\+03|2500\\\\.0"'],
  ])('finds the bucket of %d s: %s', (bound, matcher) => {
    expect(leMatcher(bound, 0.001)).toBe(matcher);
  });
});

describe('formatDuration, as the rules write it', () => {
  it.each([
    [300, '5m'],
    [7_200, '2h'],
    [86_400, '1d'],
    [2_592_000, '30d'],
    [90, '90s'],
  ])('writes %d s as %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});
