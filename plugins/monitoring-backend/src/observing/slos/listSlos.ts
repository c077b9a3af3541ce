import { InputError } from '@backstage/errors';
import {
  compareSloUrgency,
  SloListQuery,
  SloListResponse,
  SloState,
  SloStatus,
} from '@sightline/backstage-plugin-monitoring-common';

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

function encodeCursor(offset: number): string {
  return Buffer.from(`offset:${offset}`).toString('base64url');
}

function decodeCursor(cursor: string | undefined): number {
  if (cursor === undefined) {
    return 0;
  }
  const match = /^offset:(\d{1,9})$/.exec(
    Buffer.from(cursor, 'base64url').toString(),
  );
  if (!match) {
    throw new InputError(
      "The parameter 'cursor' is not one that this list gave out; leave it out to start from the top",
    );
  }
  return Number(match[1]);
}

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
  const offset = decodeCursor(query.cursor);
  const limit = query.limit ?? DEFAULT_LIMIT;
  const matching = slos.filter(slo => matches(slo, query));
  const wanted = matching
    .filter(({ state }) => !query.state || query.state.includes(state))
    .sort(COMPARE[query.sort ?? 'urgency']);
  const next = offset + limit;
  return {
    items: wanted.slice(offset, next),
    totalItems: wanted.length,
    nextCursor: next < wanted.length ? encodeCursor(next) : undefined,
    counts: countByState(matching),
  };
}
