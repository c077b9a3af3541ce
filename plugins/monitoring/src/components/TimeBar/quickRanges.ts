/** Lengths of the quick ranges, in Grafana's notation. */
export const QUICK_RANGES = [
  '15m',
  '30m',
  '1h',
  '3h',
  '6h',
  '12h',
  '24h',
  '2d',
  '7d',
  '30d',
] as const;

/** One of {@link QUICK_RANGES}. */
export type QuickRange = (typeof QUICK_RANGES)[number];

/** Intervals that can be chosen for refreshing. */
export const REFRESH_INTERVALS = ['10s', '30s', '1m', '5m', '15m'];

/** The quick range that a range in the address is. */
export function quickRange(from: string, to: string): QuickRange | undefined {
  return to === 'now'
    ? QUICK_RANGES.find(length => from === `now-${length}`)
    : undefined;
}
