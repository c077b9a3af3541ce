/**
 * A run of moments on a grid, both ends among them, in Unix milliseconds. All spans that meet have
 * the same step and the same phase (`start mod step`).
 */
export interface Span {
  start: number;
  end: number;
}

/** Moments of a span. */
export function lengthOf({ start, end }: Span, step: number): number {
  return Math.max(0, (end - start) / step + 1);
}
