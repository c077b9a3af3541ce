import {
  compareSloUrgency,
  SloListQuery,
  SloListResponse,
  SloState,
  SloStatus,
} from '@sightline/backstage-plugin-monitoring-common';
import { pageOf } from '../../paging';

const DEFAULT_LIMIT = 50;

function byName(a: SloStatus, b: SloStatus): number {
  return (
    a.entityRef.localeCompare(b.entityRef) || a.title.localeCompare(b.title)
  );
}

const COMPARE: Record<
  NonNullable<SloListQuery['sort']>,
  (a: SloStatus, b: SloStatus) => number
> = {
  urgency: compareSloUrgency,
  budget: (a, b) =>
    (a.budgetRemaining ?? Number.MAX_VALUE) -
      (b.budgetRemaining ?? Number.MAX_VALUE) || byName(a, b),
  name: byName,
};

function matches(slo: SloStatus, query: SloListQuery): boolean {
  const { owner, system, search } = query;
  if (owner && !(slo.owner && owner.includes(slo.owner))) {
    return false;
  }
  if (system && !(slo.system && system.includes(slo.system))) {
    return false;
  }
  const name = slo.entityRef.slice(slo.entityRef.indexOf('/') + 1);
  return (
    !search ||
    `${name} ${slo.title}`.toLowerCase().includes(search.toLowerCase())
  );
}

function countByState(slos: SloStatus[]): Record<SloState, number> {
  const counts: Record<SloState, number> = {
    exhausted: 0,
    burning: 0,
    warning: 0,
    invalid: 0,
    'no-data': 0,
    stale: 0,
    'no-traffic': 0,
    young: 0,
    ok: 0,
  };
  for (const { state } of slos) {
    counts[state] += 1;
  }
  return counts;
}

/**
 * One page of the SLOs that a query asks for.
 *
 * @throws `InputError` for a cursor that is not ours
 */
export function listSlos(
  slos: SloStatus[],
  query: SloListQuery,
): Omit<SloListResponse, 'health'> {
  const matching = slos.filter(slo => matches(slo, query));
  const wanted = matching
    .filter(({ state }) => !query.state || query.state.includes(state))
    .sort(COMPARE[query.sort ?? 'urgency']);
  return {
    ...pageOf(wanted, { ...query, limit: query.limit ?? DEFAULT_LIMIT }),
    counts: countByState(matching),
  };
}
