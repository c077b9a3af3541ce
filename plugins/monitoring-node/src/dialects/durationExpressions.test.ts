import { durationExpressions } from './durationExpressions';

describe('durationExpressions', () => {
  it('reads milliseconds as seconds, and keeps the unit of buckets', () => {
    const { quantile, mean, buckets } = durationExpressions(
      { kind: 'histogram', metric: 'd_ms', unitSeconds: 0.001 },
      'a="b"',
      '5m',
    );
    expect(quantile?.(0.95)).toBe(
      'histogram_quantile(0.95, sum by (le) (rate(d_ms_bucket{a="b"}[5m]))) / 1000',
    );
    expect(mean).toBe(
      'sum(rate(d_ms_sum{a="b"}[5m])) / (sum(rate(d_ms_count{a="b"}[5m])) > 0) / 1000',
    );
    expect(buckets).toBe('sum by (le) (increase(d_ms_bucket{a="b"}[5m]))');
  });

  it('groups by labels, in another histogram where the first has none', () => {
    const { quantile } = durationExpressions(
      { kind: 'histogram', metric: 'd', labelled: 'coarse', unitSeconds: 1 },
      'a="b"',
      '5m',
      ['route'],
    );
    expect(quantile?.(0.5)).toBe(
      'histogram_quantile(0.5, sum by (le, route) (rate(coarse_bucket{a="b"}[5m])))',
    );
  });

  it('takes the largest of quantiles that cannot be joined', () => {
    const { quantile, buckets } = durationExpressions(
      { kind: 'summary', metric: 'd', unitSeconds: 1 },
      'a="b"',
      '5m',
      ['route'],
    );
    expect(quantile?.(0.95)).toBe('max by (route) (d{a="b", quantile="0.95"})');
    expect(buckets).toBeUndefined();
  });

  it('knows no more than the mean without buckets', () => {
    const duration = { kind: 'mean', metric: 'd', unitSeconds: 1 } as const;
    expect(durationExpressions(duration, 'a="b"', '5m')).toEqual({
      mean: expect.stringContaining('d_sum'),
    });
  });
});
