import { createHash } from 'crypto';

/**
 * Stable hash of an alert's labels, its name among them.
 *
 * @param instance - the Prometheus that alone the alert can be of
 */
export function alertId(
  labels: Record<string, string>,
  instance?: string,
): string {
  const sorted = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(
      JSON.stringify(instance === undefined ? sorted : [sorted, instance]),
    )
    .digest('hex')
    .slice(0, 16);
}
