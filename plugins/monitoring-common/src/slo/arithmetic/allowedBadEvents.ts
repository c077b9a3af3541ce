/**
 * How many of the window's events may be bad.
 *
 * @param totalEvents - all events over the SLO's window
 * @param errorBudgetRatio - share of events that may be bad, 1 − objective
 * @public
 */
export function allowedBadEvents(
  totalEvents: number,
  errorBudgetRatio: number,
): number {
  return totalEvents * errorBudgetRatio;
}
