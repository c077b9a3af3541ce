import { KeptSeries, lastOf, placeOf } from './KeptSeries';
import { Span } from './Span';

/**
 * What a series has within a span.
 *
 * @param step - in milliseconds
 * @returns `undefined` when it has nothing there
 */
export function cutSeries(
  series: KeptSeries,
  { start, end }: Span,
  step: number,
): KeptSeries | undefined {
  if (series.first >= start && lastOf(series, step) <= end) {
    return series;
  }
  const from = indexFrom(series, (start - series.first) / step);
  const to = indexFrom(series, (end - series.first) / step + 1);
  if (from >= to) {
    return undefined;
  }
  const { labels, pairs, first, values, places } = series;
  const skipped = placeOf(series, from);
  const hasGaps = placeOf(series, to - 1) - skipped >= to - from;
  return {
    labels,
    pairs,
    first: first + skipped * step,
    // A copy, so that what was cut off is not held in memory.
    values: values.slice(from, to),
    ...(hasGaps && {
      places: places!.slice(from, to).map(place => place - skipped),
    }),
  };
}

/** The first index at which a value lies at a place or after it. */
function indexFrom({ places, values }: KeptSeries, place: number): number {
  if (!places) {
    return Math.min(Math.max(place, 0), values.length);
  }
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (places[middle] < place) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
