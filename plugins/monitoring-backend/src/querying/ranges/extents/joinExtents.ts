import { compareLabels } from './compareLabels';
import { Extent } from './Extent';
import { joinSeries } from './joinSeries';
import { KeptSeries } from './KeptSeries';

/**
 * One extent of two. A series that only one of them has ends or begins between them.
 *
 * @param late - begins after `early` ends
 * @param step - in milliseconds
 */
export function joinExtents(early: Extent, late: Extent, step: number): Extent {
  const series: KeptSeries[] = [];
  let left = 0;
  let right = 0;
  while (left < early.series.length || right < late.series.length) {
    const a = early.series[left];
    const b = late.series[right];
    const order = orderOf(a, b);
    if (order === 0) {
      series.push(joinSeries(a, b, step));
    } else {
      series.push(order < 0 ? a : b);
    }
    left += order <= 0 ? 1 : 0;
    right += order >= 0 ? 1 : 0;
  }
  return {
    start: early.start,
    end: late.end,
    fetchedAt: Math.min(early.fetchedAt, late.fetchedAt),
    series,
  };
}

function orderOf(a: KeptSeries | undefined, b: KeptSeries | undefined): number {
  if (a && b) {
    return compareLabels(a.pairs, b.pairs);
  }
  return a ? -1 : 1;
}
