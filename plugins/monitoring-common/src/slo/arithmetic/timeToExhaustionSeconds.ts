/**
 * Seconds until the budget is gone when the burn rate stays as it is. A lower bound for a rolling
 * window, which old errors leave as well.
 *
 * @param budgetRemaining - share of the budget left, at most 1
 * @param burnRate - 1 spends the budget evenly over the window
 * @param windowSeconds - window of the SLO
 * @param secondsLeft - of a calendar window, at whose end the budget begins anew; absent for a
 *   rolling one
 * @returns 0 when nothing is left. `undefined` when it does not go: in a rolling window at a burn
 *   rate of 1 or less, in a calendar window when it lasts to the end; and for what is no number
 * @public
 */
export function timeToExhaustionSeconds(
  budgetRemaining: number,
  burnRate: number,
  windowSeconds: number,
  secondsLeft?: number,
): number | undefined {
  const seconds = Math.max(0, (budgetRemaining * windowSeconds) / burnRate);
  if (!(burnRate > 0) || !Number.isFinite(seconds)) {
    return undefined;
  }
  if (secondsLeft === undefined) {
    return burnRate > 1 ? seconds : undefined;
  }
  return seconds < secondsLeft ? seconds : undefined;
}
