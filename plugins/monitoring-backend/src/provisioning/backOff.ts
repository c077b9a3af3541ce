/**
 * How long to wait after so many failures in a row: at random between nothing and a limit that
 * doubles with each of them (full jitter), so that many do not come back at once.
 *
 * @param failures - 1 or more
 * @param limits - in milliseconds: the limit after the first failure, and the highest
 * @param random - 0..1
 * @returns milliseconds
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function backOff(
  failures: number,
  limits: { first: number; longest: number },
  random: () => number,
): number {
  return (
    random() * Math.min(limits.first * 2 ** (failures - 1), limits.longest)
  );
}
