import { leMatcher } from './leMatcher';
import { formatDuration } from '../durations/formatDuration';
import { sliExpressions } from './sliExpressions';

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

describe('leMatcher', () => {
  it.each([
    [0.5, 'le=~"0\\\\.5|5e-01"'],
    [1, 'le=~"1|1e\\\\+00|1\\\\.0"'],
    [10, 'le=~"10|1e\\\\+01|10\\\\.0"'],
    [2.5, 'le=~"2\\\\.5|2\\\\.5e\\\\+00"'],
    [0.00001, 'le=~"0\\\\.00001|1e-05"'],
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
