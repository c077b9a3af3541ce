const UNITS = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'm'],
] as const;

/**
 * A duration as PromQL writes it, in the largest unit that fits: `300` is `5m`, `2592000` is `30d`.
 *
 * @param seconds - a positive integer
 */
export function prometheusDuration(seconds: number): string {
  for (const [size, unit] of UNITS) {
    if (seconds % size === 0) {
      return `${seconds / size}${unit}`;
    }
  }
  return `${seconds}s`;
}
