const UNITS: [string, number][] = [
  ['d', 86_400],
  ['h', 3_600],
  ['m', 60],
  ['s', 1],
];

/**
 * Writes a duration as Prometheus does, in the largest unit that fits it exactly: `90` is `90s`,
 * `2592000` is `30d`, `0.5` is `500ms`.
 *
 * @param seconds - above zero, at most three decimals
 * @public
 */
export function formatDuration(seconds: number): string {
  for (const [unit, size] of UNITS) {
    if (seconds >= size && Number.isInteger(seconds / size)) {
      return `${seconds / size}${unit}`;
    }
  }
  return `${Math.round(seconds * 1_000)}ms`;
}
