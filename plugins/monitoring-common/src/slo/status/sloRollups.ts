import { budgetRemaining } from '../arithmetic/budgetRemaining';
import { SLO_STATES_BY_URGENCY } from './compareSloUrgency';
import { errorRatio } from '../arithmetic/errorRatio';
import { groupBy } from '../groupBy';
import { SloRollup, SloState, SloStatus } from '../types';

type Events = NonNullable<SloRollup['events']>;

/** Events of SLOs that count events; minutes and slices cannot be added to them. */
function eventsOf(slos: SloStatus[]): Events[] {
  return slos.flatMap(({ events, countedIn = 'events' }) =>
    events && countedIn === 'events' ? [events] : [],
  );
}

function add(counted: Events[]): Events | undefined {
  if (counted.length === 0) {
    return undefined;
  }
  return counted.reduce((sum, events) => ({
    bad: sum.bad + events.bad,
    total: sum.total + events.total,
    allowedBad: sum.allowedBad + events.allowedBad,
  }));
}

/** What all budgets together have left: bad events against what they allow. */
function budgetOf({ bad, allowedBad }: Events): number | undefined {
  return budgetRemaining(bad, allowedBad);
}

/**
 * No SLO in any state, as a start for counting.
 *
 * @public
 */
export function noSloCounts(): Record<SloState, number> {
  return Object.fromEntries(
    SLO_STATES_BY_URGENCY.map(state => [state, 0]),
  ) as Record<SloState, number>;
}

function rollUp(ref: string | undefined, slos: SloStatus[]): SloRollup {
  const counts = noSloCounts();
  for (const { state } of slos) {
    counts[state] += 1;
  }
  const counted = eventsOf(slos);
  const events = add(counted);
  const ratio = events && errorRatio(events);
  return {
    ...(ref === undefined ? {} : { ref }),
    counts,
    worst: SLO_STATES_BY_URGENCY.find(state => counts[state] > 0) ?? 'ok',
    total: slos.length,
    combined: counted.length,
    ...(events && ratio !== undefined
      ? { events, sli: 1 - ratio, budgetRemaining: budgetOf(events) }
      : {}),
  };
}

/** Worst state first; then who has more SLOs in the most urgent states, least budget, name. */
function compare(a: SloRollup, b: SloRollup): number {
  for (const state of SLO_STATES_BY_URGENCY) {
    if (state !== 'ok' && a.counts[state] !== b.counts[state]) {
      return b.counts[state] - a.counts[state];
    }
  }
  const left = (one: SloRollup) => one.budgetRemaining ?? Number.MAX_VALUE;
  const name = (one: SloRollup) => one.ref ?? '\uffff';
  return left(a) - left(b) || (name(a) < name(b) ? -1 : 1);
}

/**
 * SLOs of one system, domain or owner together, worst first. SLI and budget weigh every event the
 * same: a service with a hundred times the traffic counts a hundred times as much. They are of the
 * SLOs that count events (`Occurrences` of events), each over its own window; without any, absent.
 *
 * @param slos - of all
 * @param by - which ref they are put together by; those without one come together too
 * @public
 */
export function sloRollups(
  slos: readonly SloStatus[],
  by: 'system' | 'domain' | 'owner',
): SloRollup[] {
  return groupBy(slos, slo => slo[by])
    .map(([ref, group]) => rollUp(ref, group))
    .sort(compare);
}
