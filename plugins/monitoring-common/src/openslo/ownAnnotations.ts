/**
 * What OpenSLO has no field for is kept in annotations under our own prefix.
 *
 * - `short-window` of an alert policy or condition: the second window of its pair
 * - `budget-percent`: the share of the budget that its threshold was computed from
 * - `tier`: which of the SLO's alerts it is
 * - `sli` of an SLI: the histogram or gauge that its queries were made from, as JSON
 * - `alerting` (`enabled`, `disabled`), `minimum-events` and `catalogue` of an SLO
 */
export const OWN = {
  shortWindow: 'sightline/short-window',
  budgetPercent: 'sightline/budget-percent',
  tier: 'sightline/tier',
  sli: 'sightline/sli',
  alerting: 'sightline/alerting',
  minimumEvents: 'sightline/minimum-events',
  catalogue: 'sightline/catalogue',
} as const;
