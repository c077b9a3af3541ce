/** Steps within a power of ten that people count in. */
const STEPS = [1, 2, 2.5, 4, 5];
const SMALLEST_POWER = -9;
const LARGEST_POWER = 300;

/**
 * The size of buckets that makes about so many of them: the first round size above the range's share
 * that is no finer than the values are.
 *
 * @param values - finite, ascending
 * @param count - of buckets, about
 * @see Grafana's `buildHistogram`; beyond its list of sizes the same steps go on
 */
export function bucketSizeFor(values: number[], count: number): number {
  const range = (values.at(-1) ?? 0) - (values[0] ?? 0);
  const share = range / Math.max(1, count);
  const finest = smallestDistance(values);
  for (let power = SMALLEST_POWER; power <= LARGEST_POWER; power++) {
    for (const step of STEPS) {
      const size = Number(`${step}e${power}`);
      // Grafana's list has no 2.5.
      const isListed = step !== 2.5 || power !== 0;
      if (isListed && size > share && size >= finest) {
        return size;
      }
    }
  }
  return range || 1;
}

/** Between two neighbours that differ; 1 when none do. */
function smallestDistance(ascending: number[]): number {
  let smallest = Infinity;
  for (let index = 1; index < ascending.length; index++) {
    const distance = ascending[index] - ascending[index - 1];
    if (distance > 0) {
      smallest = Math.min(smallest, distance);
    }
  }
  return Number.isFinite(smallest) ? smallest : 1;
}
