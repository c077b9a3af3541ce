import { SloRollup } from '@sightline/backstage-plugin-monitoring-common';

/** What the combined SLI is written against when nothing allows any bad event. */
const FINE = 0.999;

/**
 * The objective that all budgets of a rollup together amount to, rounded up to a power of ten of
 * bad events: it says how many decimals of the combined SLI mean anything.
 */
export function rollupObjective({ events }: SloRollup): number {
  if (!events || events.total <= 0 || events.allowedBad <= 0) {
    return FINE;
  }
  const allowed = events.allowedBad / events.total;
  const decimals = Math.min(6, Math.max(1, Math.ceil(-Math.log10(allowed))));
  return Number((1 - 10 ** -decimals).toFixed(decimals));
}
