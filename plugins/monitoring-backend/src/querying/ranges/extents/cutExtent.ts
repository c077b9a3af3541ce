import { cutSeries } from './cutSeries';
import { Extent } from './Extent';
import { Span } from './Span';

/**
 * What an extent knows of a span.
 *
 * @param step - in milliseconds
 * @returns `undefined` when it knows nothing of it
 */
export function cutExtent(
  extent: Extent,
  span: Span,
  step: number,
): Extent | undefined {
  const start = Math.max(extent.start, span.start);
  const end = Math.min(extent.end, span.end);
  if (start > end) {
    return undefined;
  }
  if (start === extent.start && end === extent.end) {
    return extent;
  }
  return {
    start,
    end,
    fetchedAt: extent.fetchedAt,
    series: extent.series.flatMap(
      series => cutSeries(series, { start, end }, step) ?? [],
    ),
  };
}
