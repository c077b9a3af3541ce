import {
  compareSloUrgency,
  noSloCounts,
  SloListQuery,
  SloListResponse,
  SloState,
  SloStatus,
} from '@sightline/backstage-plugin-monitoring-common';
import { pageOf } from '../../paging';

const DEFAULT_LIMIT = 50;

type Sort = NonNullable<SloListQuery['sort']>;

/** Plain comparison: of ten thousand names, that of a language takes a second. */
function compareText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

function byName(a: SloStatus, b: SloStatus): number {
  return (
    compareText(a.entityRef, b.entityRef) ||
    compareText(a.title, b.title) ||
    compareText(a.id, b.id)
  );
}

/** Figures that lists are sorted by; the least first, or the most. */
const FIGURES: Record<
  'budget' | 'burn' | 'gone' | 'sli',
  { of: (slo: SloStatus) => number | undefined; mostFirst?: boolean }
> = {
  budget: { of: slo => slo.budgetRemaining },
  burn: { of: slo => slo.burnRates[0]?.longBurnRate, mostFirst: true },
  gone: { of: slo => slo.timeToExhaustion },
  sli: { of: slo => slo.sli },
};

/** SLOs that have no such value come last in both orders, and names go from A to Z. */
function byValue<T>(
  of: (slo: SloStatus) => T | undefined,
  compare: (a: T, b: T) => number,
): (a: SloStatus, b: SloStatus) => number {
  return (a, b) => {
    const [one, other] = [of(a), of(b)];
    if (one === undefined || other === undefined) {
      return (
        Number(one === undefined) - Number(other === undefined) || byName(a, b)
      );
    }
    return compare(one, other) || byName(a, b);
  };
}

function byFigure(sort: keyof typeof FIGURES, direction: number) {
  const { of, mostFirst } = FIGURES[sort];
  const sign = mostFirst ? -direction : direction;
  return byValue(of, (a, b) => sign * (a - b));
}

function comparison(
  sort: Sort,
  natural: boolean,
): (a: SloStatus, b: SloStatus) => number {
  const direction = natural ? 1 : -1;
  switch (sort) {
    case 'urgency':
      return (a, b) => direction * compareSloUrgency(a, b);
    case 'name':
      return (a, b) => direction * byName(a, b);
    case 'owner':
      return byValue(
        ({ owner }) => owner,
        (a, b) => direction * compareText(a, b),
      );
    default:
      return byFigure(sort, direction);
  }
}

/** Whether an order is that in which the sort goes by itself: only the fastest burn goes down. */
function isNatural({ sort, order }: SloListQuery): boolean {
  return order === undefined || (order === 'desc') === (sort === 'burn');
}

function isOneOf(ref: string | undefined, wanted: string[] | undefined) {
  return !wanted || (ref !== undefined && wanted.includes(ref));
}

/** Whether an SLO is one that the filters other than `state` ask for. */
export function matchesSlo(slo: SloStatus, query: SloListQuery): boolean {
  const { search } = query;
  if (
    !isOneOf(slo.owner, query.owner) ||
    !isOneOf(slo.system, query.system) ||
    !isOneOf(slo.domain, query.domain)
  ) {
    return false;
  }
  const name = slo.entityRef.slice(slo.entityRef.indexOf('/') + 1);
  return (
    !search ||
    `${name} ${slo.title}`.toLowerCase().includes(search.toLowerCase())
  );
}

function countByState(slos: SloStatus[]): Record<SloState, number> {
  const counts = noSloCounts();
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
  const matching = slos.filter(slo => matchesSlo(slo, query));
  const wanted = matching
    .filter(({ state }) => !query.state || query.state.includes(state))
    .sort(comparison(query.sort ?? 'urgency', isNatural(query)));
  return {
    ...pageOf(wanted, { ...query, limit: query.limit ?? DEFAULT_LIMIT }),
    counts: countByState(matching),
    entities: new Set(matching.map(({ entityRef }) => entityRef)).size,
  };
}
