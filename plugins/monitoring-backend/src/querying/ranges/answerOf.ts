import { QueryRangeResult, RangeCacheInfo } from '../QueryClient';
import {
  cutExtent,
  Extent,
  lengthOf,
  mergeExtents,
  unpackSeries,
} from './extents';
import { FetchedPart } from './fetchPart';
import { Question } from './readQuestion';
import { samplesOf } from './samplesOf';

/**
 * The answer of what was known and what was fetched, which together are all of it.
 *
 * @returns `undefined` when they cannot be put together, or have too many series together: the
 *   server would have left some out
 */
export function answerOf(
  { span, step, limit = Infinity }: Question,
  known: Extent[],
  parts: FetchedPart[],
): (QueryRangeResult & { cache: RangeCacheInfo }) | undefined {
  const fetched = parts.flatMap(({ extent }) => extent ?? []);
  const whole = fetched
    .reduce((all, extent) => mergeExtents(all, extent, step), known)
    .flatMap(extent => cutExtent(extent, span, step) ?? [])
    .find(({ start, end }) => start === span.start && end === span.end);
  if (fetched.length < parts.length || !whole || whole.series.length >= limit) {
    return undefined;
  }
  const points = fetched.reduce((sum, one) => sum + lengthOf(one, step), 0);
  return {
    series: whole.series.map(series => unpackSeries(series, step)),
    warnings: [...new Set(parts.flatMap(({ answer }) => answer.warnings))],
    cache: {
      state: stateOf(points, lengthOf(span, step)),
      fetched: parts.reduce(
        (sum, { answer }) => sum + samplesOf(answer.series),
        0,
      ),
    },
  };
}

/** @param points - that were fetched */
function stateOf(points: number, asked: number): RangeCacheInfo['state'] {
  if (points === 0) {
    return 'hit';
  }
  return points < asked ? 'partial' : 'miss';
}
