import { meanLatency, sharesWithin } from './LatencyShape';

describe('LatencyShape', () => {
  it('has half of its durations within the median', () => {
    expect(sharesWithin({ median: 0.25, sigma: 0.7 }, [0.25])[0]).toBeCloseTo(
      0.5,
      6,
    );
  });

  it.each([
    // One and two standard deviations of the logarithm: the well-known 84.13 % and 97.72 %.
    [Math.exp(1), 0.8413],
    [Math.exp(2), 0.9772],
    [Math.exp(-1), 0.1587],
  ])('has the normal share of durations within %s s', (bound, share) => {
    expect(sharesWithin({ median: 1, sigma: 1 }, [bound])[0]).toBeCloseTo(
      share,
      4,
    );
  });

  it('has shares that never fall from bucket to bucket', () => {
    const shares = sharesWithin({ median: 1, sigma: 0.1 }, [5, 6, 7, 8, 9]);
    expect(shares).toEqual([...shares].sort());
  });

  it('has a mean above its median', () => {
    expect(meanLatency({ median: 1, sigma: 1 })).toBeCloseTo(1.6487, 4);
  });
});
