import { Minute } from './Traffic';

/** A burn-rate pair in minutes, and the error ratio it fires above. */
export interface PairInMinutes {
  long: number;
  short: number;
  limit: number;
  /** It needs more events than this in the long window. */
  minimum?: number;
}

/** A stretch of minutes, the first one in it and the first one behind it. */
export interface Span {
  from: number;
  to: number;
}

/** Sums of all minutes up to each. */
function sums(minutes: readonly Minute[], kind: 'good' | 'bad'): number[] {
  let sum = 0;
  return minutes.map(minute => {
    sum += minute?.[kind] ?? 0;
    return sum;
  });
}

/**
 * When a pair should fire, by definition: over both windows, more than `limit` of the events were bad. Before
 * the first minute all was good at the same traffic, for windows over an hour.
 */
export function theoreticalSpans(
  minutes: readonly Minute[],
  pair: PairInMinutes,
): Span[] {
  const good = sums(minutes, 'good');
  const bad = sums(minutes, 'bad');
  const over = (values: number[], end: number, window: number) =>
    values[end] - (values[end - window] ?? 0);
  const burns = (end: number, window: number, moreThan: number) => {
    const events = over(bad, end, window) + over(good, end, window);
    const share = window > 60 ? Math.min(1, end / window) : 1;
    return (
      events > moreThan &&
      (over(bad, end, window) / events) * share > pair.limit * (1 + 1e-9)
    );
  };
  const spans: Span[] = [];
  minutes.forEach((_, end) => {
    const fires =
      burns(end, pair.long, pair.minimum ?? 0) && burns(end, pair.short, 0);
    const last = spans[spans.length - 1];
    if (fires && last?.to === end) {
      last.to = end + 1;
    } else if (fires) {
      spans.push({ from: end, to: end + 1 });
    }
  });
  return spans;
}
