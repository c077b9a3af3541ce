import { EventCounts } from '@sightline/backstage-plugin-monitoring-common';

/**
 * A window of which a part is known, as if the time before had had the same traffic and no error;
 * nothing where it is not known how much is. Otherwise one bad minute would be all of "6 h".
 *
 * @param knownShare - of the window, 0..1
 */
export function weighWindow(
  { bad, total = NaN }: EventCounts,
  knownShare: number,
): EventCounts {
  return knownShare > 0 ? { bad, total: total / knownShare } : {};
}
