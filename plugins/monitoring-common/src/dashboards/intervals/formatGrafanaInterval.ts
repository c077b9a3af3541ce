const UNITS: [name: string, milliseconds: number][] = [
  ['y', 31_536_000_000],
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
  ['ms', 1],
];

/**
 * An interval in Grafana's notation, in its largest whole unit: `1m`, `2h`, `1d`.
 *
 * @param interval - in milliseconds
 * @public
 */
export function formatGrafanaInterval(interval: number): string {
  const [name, milliseconds] =
    UNITS.find(([, size]) => interval >= size) ?? UNITS[UNITS.length - 1];
  return `${Math.max(1, Math.floor(interval / milliseconds))}${name}`;
}

/**
 * An interval as Go writes durations, which is what `$__rate_interval` becomes: `1m0s`.
 *
 * @param interval - in milliseconds
 * @public
 */
export function formatGoDuration(interval: number): string {
  if (interval > 0 && interval < 1_000) {
    return `${interval}ms`;
  }
  const hours = Math.floor(interval / 3_600_000);
  const minutes = Math.floor((interval % 3_600_000) / 60_000);
  const seconds = (interval % 60_000) / 1_000;
  if (hours > 0) {
    return `${hours}h${minutes}m${seconds}s`;
  }
  return minutes > 0 ? `${minutes}m${seconds}s` : `${seconds}s`;
}
