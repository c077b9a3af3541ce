/** Beyond this a whole number of events is only the noise of a decimal fraction. */
const TOLERANCE = 1e-6;

/**
 * "One in so many" for a share: 1,000 for 0.001.
 *
 * @param share - above 0, at most 1
 * @returns undefined when it is no whole number, as for 0.015
 */
export function oneIn(share: number): number | undefined {
  const n = 1 / share;
  const whole = Math.round(n);
  return Math.abs(n - whole) <= TOLERANCE * n ? whole : undefined;
}
