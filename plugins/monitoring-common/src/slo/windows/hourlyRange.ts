/**
 * Range of a subquery with a step of one hour that holds exactly the last `hours` steps, on every
 * second of the hour: half a second short, because Prometheus 2 counts a step on the left border
 * and Prometheus 3 does not.
 */
export function hourlyRange(hours: number): string {
  return `[${hours * 3_600_000 - 500}ms:1h]`;
}
