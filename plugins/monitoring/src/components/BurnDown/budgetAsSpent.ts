import {
  SloHistory,
  SloStatus,
} from '@sightline/backstage-plugin-monitoring-common';

/** How much longer than the window a history of it may be: its points stand on whole steps. */
const TOLERANCE = 1.02;

/**
 * The budget of the rolling window that ends with a history, as it was spent in there: what is
 * left at the end, and what went between a point and the end. So each step of the line is as high
 * as what its incident spent, and over the whole window it begins with all of the budget.
 *
 * @remarks
 * `budgetRemaining` is another thing for a rolling window: at each time that of the window before
 * it, from which older incidents have gone, and which may have held less traffic.
 *
 * @returns undefined when the history is longer than the window, or does not say what was spent
 */
export function budgetAsSpent(
  history: SloHistory,
  slo: Pick<SloStatus, 'window' | 'events'>,
): (number | null)[] | undefined {
  const { times, budgetRemaining, events } = history;
  const allowedBad = slo.events?.allowedBad ?? 0;
  const end = [...budgetRemaining].reverse().find(share => share !== null);
  if (
    slo.window.type !== 'rolling' ||
    times[times.length - 1] - times[0] > slo.window.duration * TOLERANCE ||
    !(allowedBad > 0) ||
    typeof end !== 'number' ||
    !events.bad.some(bad => bad !== null)
  ) {
    return undefined;
  }
  const shares: (number | null)[] = new Array(times.length);
  let later = 0;
  for (let index = times.length - 1; index >= 0; index -= 1) {
    shares[index] =
      budgetRemaining[index] === null
        ? null
        : Math.min(1, end + later / allowedBad);
    later += events.bad[index] ?? 0;
  }
  return shares;
}
