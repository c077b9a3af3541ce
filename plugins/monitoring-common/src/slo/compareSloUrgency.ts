import { SloState, SloStatus } from './types';

/** The lower, the more urgent. */
const RANK: Record<SloState, number> = {
  burning: 0,
  exhausted: 1,
  warning: 2,
  invalid: 3,
  'no-data': 4,
  stale: 5,
  'no-traffic': 6,
  young: 7,
  ok: 8,
};

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
