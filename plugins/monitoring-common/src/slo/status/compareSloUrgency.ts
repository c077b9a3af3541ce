import { SloState, SloStatus } from '../types';

/**
 * States by who needs a person first: what still burns comes before what is gone, and a service of
 * which nothing is known before one that can wait.
 *
 * @public
 */
export const SLO_STATES_BY_URGENCY: readonly SloState[] = [
  'burning',
  'exhausted',
  'no-data',
  'warning',
  'invalid',
  'stale',
  'young',
  'no-traffic',
  'ok',
];

const RANK = Object.fromEntries(
  SLO_STATES_BY_URGENCY.map((state, index) => [state, index]),
) as Record<SloState, number>;

/** An exhausted SLO that still burns stands among the burning ones. */
function rank({ state, burnRates }: SloStatus): number {
  return state === 'exhausted' && burnRates.some(({ firing }) => firing)
    ? RANK.burning
    : RANK[state];
}

/**
 * Orders SLOs by who needs a person first: state, then soonest gone, then least budget left, then
 * name.
 *
 * @public
 */
export function compareSloUrgency(a: SloStatus, b: SloStatus): number {
  const gone = (slo: SloStatus) => slo.timeToExhaustion ?? Number.MAX_VALUE;
  const left = (slo: SloStatus) => slo.budgetRemaining ?? Number.MAX_VALUE;
  return (
    rank(a) - rank(b) ||
    gone(a) - gone(b) ||
    left(a) - left(b) ||
    a.entityRef.localeCompare(b.entityRef) ||
    a.id.localeCompare(b.id)
  );
}
