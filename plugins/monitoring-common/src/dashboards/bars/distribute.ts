/** Where one of several things lies, as shares of the whole: 0..1. */
export interface Place {
  offset: number;
  size: number;
}

/**
 * Spreads things of equal size, the first at the start and the last at the end.
 *
 * @param share - of the whole that they fill together: 0..1
 * @see Grafana's `distribute`, `SPACE_BETWEEN`
 * @public
 */
export function distribute(count: number, share: number): Place[] {
  const size = share / Math.max(1, count);
  const gap = count > 1 ? (1 - share) / (count - 1) : 0;
  return Array.from({ length: count }, (_, index) => ({
    offset: index * (size + gap),
    size,
  }));
}
