/**
 * How many times faster than evenly the error budget is being spent.
 *
 * @param errorRatio - bad events ÷ all events, 0..1
 * @param errorBudgetRatio - share of events that may be bad, 1 − objective; above 0
 * @returns a dimensionless factor; 1 spends the budget evenly over the SLO's window. `undefined`
 *   when there is no such figure: without a budget, or for what is no number
 * @see Site Reliability Workbook, chapter 5
 * @public
 */
export function burnRate(
  errorRatio: number,
  errorBudgetRatio: number,
): number | undefined {
  const rate = errorRatio / errorBudgetRatio;
  return errorBudgetRatio > 0 && Number.isFinite(rate) ? rate : undefined;
}
