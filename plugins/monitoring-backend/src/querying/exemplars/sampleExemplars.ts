/** What is thinned: a value at a time. */
export interface TimedValue {
  value: number;
  /** Unix seconds. */
  time: number;
}

/**
 * Thins exemplars as Grafana does: of those within one step the largest, and others only when they
 * lie more than two standard deviations of all below the one taken before.
 *
 * @param step - in seconds
 * @returns what is left, by time
 * @see Grafana's `StandardDeviationSampler`
 */
export function sampleExemplars<T extends TimedValue>(
  exemplars: T[],
  step: number,
): T[] {
  const distance = 2 * standardDeviation(exemplars.map(({ value }) => value));
  const buckets = new Map<number, T[]>();
  for (const exemplar of exemplars) {
    const place = Math.floor(exemplar.time / step);
    const bucket = buckets.get(place);
    if (bucket) {
      bucket.push(exemplar);
    } else {
      buckets.set(place, [exemplar]);
    }
  }
  return [...buckets.values()]
    .flatMap(bucket => takeApart(bucket, distance))
    .sort((a, b) => a.time - b.time);
}

/**
 * As {@link sampleExemplars}, in steps that are doubled until no more than so many are left.
 *
 * @param most - at least 1
 */
export function sampleFewExemplars<T extends TimedValue>(
  exemplars: T[],
  step: number,
  most: number,
): T[] {
  let wide = step;
  let sampled = sampleExemplars(exemplars, wide);
  while (sampled.length > most && wide < Number.MAX_SAFE_INTEGER / 2) {
    wide *= 2;
    sampled = sampleExemplars(sampled, wide);
  }
  return sampled.slice(0, most);
}

function takeApart<T extends TimedValue>(bucket: T[], distance: number): T[] {
  const [largest, ...others] = bucket.sort((a, b) => b.value - a.value);
  const taken = [largest];
  for (const exemplar of others) {
    const before = taken[taken.length - 1].value;
    if (distance > 0 && before - exemplar.value > distance) {
      taken.push(exemplar);
    }
  }
  return taken;
}

/** Of a sample: divided by one less than there are values. */
function standardDeviation(values: number[]): number {
  if (values.length < 2) {
    return 0;
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}
