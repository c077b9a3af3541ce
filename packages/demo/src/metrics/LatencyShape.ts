/** Durations that are distributed log-normally, as those of requests roughly are. */
export interface LatencyShape {
  /** In seconds. */
  median: number;
  /** Standard deviation of the logarithm; 0.5 is narrow, 1 is wide. */
  sigma: number;
}

/** Mean of the distribution, in seconds. */
export function meanLatency({ median, sigma }: LatencyShape): number {
  return median * Math.exp((sigma * sigma) / 2);
}

/**
 * Standard normal distribution function, Abramowitz and Stegun 26.2.17 (error below 7.5e-8).
 */
function normalShare(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const polynomial =
    t *
    (0.31938153 +
      t *
        (-0.356563782 +
          t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * polynomial;
  return z >= 0 ? 1 - tail : tail;
}

/** Share of durations of at most `bound` seconds, for each bound. Never falls. */
export function sharesWithin(
  { median, sigma }: LatencyShape,
  bounds: readonly number[],
): number[] {
  let highest = 0;
  return bounds.map(bound => {
    highest = Math.max(highest, normalShare(Math.log(bound / median) / sigma));
    return highest;
  });
}
