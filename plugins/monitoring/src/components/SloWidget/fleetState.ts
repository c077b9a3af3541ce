import {
  SloListResponse,
  SloState,
} from '@sightline/backstage-plugin-monitoring-common';

const ORDER: SloState[] = [
  'burning',
  'exhausted',
  'warning',
  'invalid',
  'no-data',
  'stale',
  'no-traffic',
  'young',
  'ok',
];

/** States in which nobody has to act. */
const QUIET: SloState[] = ['ok', 'young', 'no-traffic'];

/** The states that occur, with how many SLOs are in each, most urgent first. */
export function occurringStates(
  counts: SloListResponse['counts'],
): { state: SloState; count: number }[] {
  return ORDER.map(state => ({ state, count: counts[state] ?? 0 })).filter(
    ({ count }) => count > 0,
  );
}

/** Whether no SLO needs a person. */
export function isQuiet(counts: SloListResponse['counts']): boolean {
  return occurringStates(counts).every(({ state }) => QUIET.includes(state));
}

/** How many SLOs there are in all states. */
export function totalOf(counts: SloListResponse['counts']): number {
  return occurringStates(counts).reduce((sum, { count }) => sum + count, 0);
}
