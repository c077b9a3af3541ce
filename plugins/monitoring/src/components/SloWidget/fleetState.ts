import {
  SLO_STATES_BY_URGENCY,
  SloListResponse,
  SloState,
} from '@sightline/backstage-plugin-monitoring-common';

/** States that somebody has to look at now, not only one day. */
const URGENT: SloState[] = ['burning', 'exhausted', 'no-data'];

/** States in which nobody has to act. */
const QUIET: SloState[] = ['ok', 'young', 'no-traffic'];

/** The states that occur, with how many SLOs are in each, most urgent first. */
export function occurringStates(
  counts: SloListResponse['counts'],
): { state: SloState; count: number }[] {
  return SLO_STATES_BY_URGENCY.map(state => ({
    state,
    count: counts[state] ?? 0,
  })).filter(({ count }) => count > 0);
}

/** Whether no SLO needs a person. */
export function isQuiet(counts: SloListResponse['counts']): boolean {
  return occurringStates(counts).every(({ state }) => QUIET.includes(state));
}

/** How many SLOs there are in all states. */
export function totalOf(counts: SloListResponse['counts']): number {
  return occurringStates(counts).reduce((sum, { count }) => sum + count, 0);
}

/** How many SLOs need a person now. */
export function needingPerson(counts: SloListResponse['counts']): number {
  return URGENT.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
}
