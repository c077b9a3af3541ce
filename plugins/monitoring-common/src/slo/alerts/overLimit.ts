/**
 * By how much more than the limit a ratio has to be: division and counted events are exact to some
 * 1e-13, and a ratio that is exactly the limit must not fire for a last digit.
 *
 * @public
 */
export const LIMIT_GUARD = 1.000000001;

/**
 * Whether an error ratio is over the limit of an alert, as the alert's rule decides it.
 *
 * @param ratio - bad events ÷ all events
 * @param limit - what {@link errorRatioLimit} says, as a number
 * @public
 */
export function overLimit(ratio: number, limit: number): boolean {
  return ratio > limit * LIMIT_GUARD;
}
