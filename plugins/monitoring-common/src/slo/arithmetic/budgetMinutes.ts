/**
 * The error budget as minutes of full outage: 99.9 % over 30 days is 43.2 minutes.
 *
 * @param windowSeconds - window of the SLO
 * @param errorBudgetRatio - share of events that may be bad, 1 − objective
 * @public
 */
export function budgetMinutes(
  windowSeconds: number,
  errorBudgetRatio: number,
): number {
  return (windowSeconds * errorBudgetRatio) / 60;
}
