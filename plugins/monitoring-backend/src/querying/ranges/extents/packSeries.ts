import { PrometheusSeries } from '../../../sources';
import { compareLabels, labelPairs } from './compareLabels';
import { KeptSeries } from './KeptSeries';
import { Span } from './Span';

/**
 * Puts the series of an answer on the grid.
 *
 * @param span - that was asked for
 * @param step - in milliseconds
 * @returns `undefined` when it is not the answer that Prometheus would give: other moments than
 *   were asked for, or series in another order than its own, which nobody could merge again
 */
export function packSeries(
  series: PrometheusSeries[],
  span: Span,
  step: number,
): KeptSeries[] | undefined {
  const packed: KeptSeries[] = [];
  for (const one of series) {
    if (one.times.length > 0) {
      const kept = packOne(one, span, step);
      const before = packed[packed.length - 1];
      if (!kept || (before && compareLabels(before.pairs, kept.pairs) >= 0)) {
        return undefined;
      }
      packed.push(kept);
    }
  }
  return packed;
}

function packOne(
  { labels, times, values }: PrometheusSeries,
  { start, end }: Span,
  step: number,
): KeptSeries | undefined {
  const moments = times.map(time => Math.round(time * 1_000));
  const [first] = moments;
  const isOnGrid = moments.every(
    (moment, index) =>
      moment >= start &&
      moment <= end &&
      (moment - start) % step === 0 &&
      (index === 0 || moment > moments[index - 1]),
  );
  if (!isOnGrid || values.length !== times.length) {
    return undefined;
  }
  const last = moments[moments.length - 1];
  const hasGaps = (last - first) / step >= moments.length;
  return {
    labels,
    pairs: labelPairs(labels),
    first,
    values: Float64Array.from(values),
    ...(hasGaps && {
      places: Uint32Array.from(moments, moment => (moment - first) / step),
    }),
  };
}
