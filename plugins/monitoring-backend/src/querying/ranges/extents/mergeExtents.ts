import { cutExtent } from './cutExtent';
import { Extent } from './Extent';
import { joinExtents } from './joinExtents';

/**
 * Adds what was fetched to what was known; where both know something the fetched one holds.
 *
 * @param known - in order, apart from each other
 * @param step - in milliseconds
 * @returns the same; extents without a moment between them are one
 */
export function mergeExtents(
  known: readonly Extent[],
  fetched: Extent,
  step: number,
): Extent[] {
  const before = { start: -Infinity, end: fetched.start - step };
  const after = { start: fetched.end + step, end: Infinity };
  const early = known.flatMap(extent => cutExtent(extent, before, step) ?? []);
  const late = known.flatMap(extent => cutExtent(extent, after, step) ?? []);
  const merged: Extent[] = [];
  for (const extent of [...early, fetched, ...late]) {
    const last = merged[merged.length - 1];
    if (last && last.end + step === extent.start) {
      merged[merged.length - 1] = joinExtents(last, extent, step);
    } else {
      merged.push(extent);
    }
  }
  return merged;
}
