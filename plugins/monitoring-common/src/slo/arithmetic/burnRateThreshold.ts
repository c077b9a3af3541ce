/**
 * Burn rate at which `budgetShare` of the error budget is spent in exactly one long window.
 *
 * @param budgetShare - part of the budget spent during `longWindowSeconds`, 0 < share ≤ 1
 * @param longWindowSeconds - alerting window
 * @param sloWindowSeconds - window of the SLO
 * @returns a dimensionless factor; 1 spends the budget evenly over the SLO's window
 * @see Site Reliability Workbook, chapter 5, table 5-8
 * @public
 */
export function burnRateThreshold(
  budgetShare: number,
  longWindowSeconds: number,
  sloWindowSeconds: number,
): number {
  return (budgetShare * sloWindowSeconds) / longWindowSeconds;
}
