import { Extent, KeptSeries } from './extents';

/** What an object, its array of pairs and its typed arrays take beside their contents. */
const SERIES_OVERHEAD = 400;
/** A name or value: the text itself, and the places that point to it. */
const TEXT_OVERHEAD = 40;

function sizeOfSeries({ pairs, values, places }: KeptSeries): number {
  return pairs.reduce(
    (sum, text) => sum + TEXT_OVERHEAD + text.length,
    SERIES_OVERHEAD + values.byteLength + (places?.byteLength ?? 0),
  );
}

/** About how many bytes extents take in memory. */
export function sizeOfExtents(extents: readonly Extent[]): number {
  return extents.reduce(
    (sum, { series }) =>
      series.reduce((all, one) => all + sizeOfSeries(one), sum),
    0,
  );
}
