/**
 * How many times faster than evenly the error budget is being spent.
 *
 * @param errorRatio - bad events ÷ all events, 0..1
 * @param errorBudgetRatio - share of events that may be bad, 1 − objective; above 0
 * @returns a dimensionless factor; 1 spends the budget evenly over the SLO's window
 * @see Site Reliability Workbook, chapter 5
 * @public
 */
export function burnRate(errorRatio: number, errorBudgetRatio: number): number {
  return errorRatio / errorBudgetRatio;
}
