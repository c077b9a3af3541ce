/**
 * Seconds until the budget is gone when the burn rate stays as it is. A lower bound for a rolling
 * window, which old errors leave as well.
 *
 * @param budgetRemaining - share of the budget left, at most 1
 * @param burnRate - 1 spends the budget evenly over the window
 * @param windowSeconds - window of the SLO
 * @returns 0 when nothing is left; `undefined` when the budget is not being overspent (burn rate of 1 or less)
 * @public
 */
export function timeToExhaustionSeconds(
  budgetRemaining: number,
  burnRate: number,
  windowSeconds: number,
): number | undefined {
  if (burnRate <= 1) {
    return undefined;
  }
  return Math.max(0, (budgetRemaining * windowSeconds) / burnRate);
}
