import {
  SloHistory,
  SloIncident,
  SloStatus,
} from '@sightline/backstage-plugin-monitoring-common';

/** What one cause spent of the budget. */
export interface Spent {
  /** Whole bad events. */
  bad: number;
  /** Share of the budget, in steps of 0.1 %, as it is written. */
  share: number;
}

/** Where the budget went; `incidents` and `background` add up to `total`, as written. */
export interface Spending {
  /** Newest first. */
  incidents: (Spent & { incident: SloIncident })[];
  background: Spent;
  total: Spent;
}

/**
 * Splits what is spent into incidents and the rest, the background.
 *
 * @param incidents - of the SLO's window
 * @returns undefined when nothing is known of the budget
 */
export function spending(
  slo: SloStatus,
  incidents: SloIncident[],
): Spending | undefined {
  if (slo.budgetRemaining === undefined || !slo.events) {
    return undefined;
  }
  const named = [...incidents]
    .sort((a, b) => b.start - a.start)
    .map(incident => ({
      incident,
      bad: Math.round(incident.bad),
      share: tenths(incident.budgetShare),
    }));
  const sum = (read: (one: Spent) => number) =>
    named.reduce((all, one) => all + read(one), 0);
  // History and status are measured minutes apart: the incidents are never more than the whole.
  const total = {
    bad: Math.max(
      Math.round(slo.events.bad),
      sum(({ bad }) => bad),
    ),
    share: Math.max(
      tenths(1 - slo.budgetRemaining),
      tenths(sum(({ share }) => share)),
    ),
  };
  return {
    incidents: named,
    background: {
      bad: total.bad - sum(({ bad }) => bad),
      share: tenths(total.share - sum(({ share }) => share)),
    },
    total,
  };
}

/**
 * Incidents that began within the range of a history. What one that began before it spent in
 * there is not known: that remains in the background.
 */
export function incidentsWithin(history: SloHistory): SloIncident[] {
  const { incidents, times, step } = history;
  return incidents.filter(({ start }) => start >= times[0] - step);
}

/** To tenths of a percent, so that the written figures add up. */
function tenths(share: number): number {
  return Math.round(share * 1000) / 1000;
}

/** The ended incident that a rolling window forgets first, and when, in Unix seconds. */
export function nextToLeave(
  slo: SloStatus,
  incidents: SloIncident[],
): { incident: SloIncident; time: number } | undefined {
  const { window } = slo;
  if (window.type !== 'rolling') {
    return undefined;
  }
  const [first] = incidents
    .filter(({ end }) => end !== undefined)
    .sort((a, b) => a.start - b.start);
  return first?.end !== undefined
    ? { incident: first, time: first.end + window.duration }
    : undefined;
}
