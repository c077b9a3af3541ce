import { DialectDuration } from './durationExpressions';

/** Id of the probe for buckets that not all who speak a dialect have. */
export function bucketsProbe(dialect: string): string {
  return `${dialect}-buckets`;
}

/**
 * What is known of the durations of an entity: without the buckets of a dialect that is there when
 * they were looked for in vain. A service that is away keeps them, and its latency SLO.
 *
 * @param found - ids of probes
 * @public
 */
export function foundDuration(
  { id, duration }: { id: string; duration?: DialectDuration },
  found: readonly string[] = [],
): DialectDuration | undefined {
  if (
    !duration?.otherwise ||
    !found.includes(id) ||
    found.includes(bucketsProbe(id))
  ) {
    return duration;
  }
  return duration.otherwise === 'mean'
    ? { ...duration, kind: 'mean' }
    : undefined;
}
