import { PrometheusRangeQuery } from '../../sources';
import { Span } from './extents';

/** The moments of a range query, in milliseconds. */
export interface Grid {
  span: Span;
  step: number;
}

/**
 * The moments that a range query asks for; its end is the last of them.
 *
 * @returns `undefined` when they are not whole milliseconds, in which Prometheus counts
 */
export function readGrid({
  start,
  end,
  step,
}: Pick<PrometheusRangeQuery, 'start' | 'end' | 'step'>): Grid | undefined {
  const [from, to, every] = [start, end, step].map(wholeMilliseconds);
  if (from === undefined || to === undefined || !every || to < from) {
    return undefined;
  }
  return {
    span: { start: from, end: to - ((to - from) % every) },
    step: every,
  };
}

function wholeMilliseconds(seconds: number): number | undefined {
  const milliseconds = Math.round(seconds * 1_000);
  // A thousandth times a thousand is rarely whole in binary.
  return Math.abs(seconds * 1_000 - milliseconds) < 1e-3
    ? milliseconds
    : undefined;
}
