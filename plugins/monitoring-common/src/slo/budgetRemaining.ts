/**
 * Share of the error budget that is left.
 *
 * @param errorRatio - bad events ÷ all events over the SLO's window, 0..1
 * @param errorBudgetRatio - share of events that may be bad, 1 − objective; above 0
 * @returns at most 1; negative when overspent
 * @public
 */
export function budgetRemaining(
  errorRatio: number,
  errorBudgetRatio: number,
): number {
  return 1 - errorRatio / errorBudgetRatio;
}
