import { PruneBrake } from '@sightline/backstage-plugin-monitoring-common';

/** Entities that went within so many milliseconds of each other went together. */
const TOGETHER = 5 * 60_000;

/** The most entities that went together: often one location that was removed by mistake. */
export function largestGroup(
  entities: PruneBrake['entities'],
): { count: number; since: string } | undefined {
  const times = entities
    .map(({ unwantedSince }) => unwantedSince)
    .sort((a, b) => Date.parse(a) - Date.parse(b));
  return times
    .map(since => ({
      since,
      count: times.filter(other => {
        const after = Date.parse(other) - Date.parse(since);
        return after >= 0 && after <= TOGETHER;
      }).length,
    }))
    .sort((a, b) => b.count - a.count)[0];
}
