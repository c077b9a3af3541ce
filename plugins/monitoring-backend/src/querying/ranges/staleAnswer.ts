import { ServiceUnavailableError } from '@backstage/errors';
import { formatStateDuration } from '@sightline/backstage-plugin-monitoring-common';
import { CredentialsRefusedError } from '../../sources';
import { QueryRangeResult, RangeCacheInfo } from '../QueryClient';
import {
  cutExtent,
  Extent,
  joinExtents,
  lastOf,
  lengthOf,
  unpackSeries,
} from './extents';
import { Question } from './readQuestion';

/** The share of a range that has to be known; less would tell something else. */
const ENOUGH = 0.5;

/**
 * What is known of a range when the server fails, with its age.
 *
 * @param known - in order, apart from each other
 * @throws `failure` when it is the query's fault, when the server does not let us in any more, or when
 *   too little is known
 */
export function staleAnswer(
  { span, step }: Question,
  known: readonly Extent[],
  failure: Error,
): QueryRangeResult & { cache: RangeCacheInfo } {
  const [first, ...more] = known.flatMap(
    extent => cutExtent(extent, span, step) ?? [],
  );
  const points = [first, ...more].reduce(
    (sum, extent) => sum + (extent ? lengthOf(extent, step) : 0),
    0,
  );
  if (
    !(failure instanceof ServiceUnavailableError) ||
    failure instanceof CredentialsRefusedError ||
    !first ||
    points < ENOUGH * lengthOf(span, step)
  ) {
    throw failure;
  }
  const all = more.reduce(
    (early, late) => joinExtents(early, late, step),
    first,
  );
  const newest = all.series.reduce(
    (latest, series) => Math.max(latest, lastOf(series, step)),
    -Infinity,
  );
  // Where there is no sample, it is known until when there was none.
  const staleMs = span.end - (Number.isFinite(newest) ? newest : all.end);
  return {
    series: all.series.map(series => unpackSeries(series, step)),
    warnings: [`${failure.message}; ${whatIsShown(staleMs)}`],
    cache: { state: 'stale', fetched: 0, staleMs, failure },
  };
}

function whatIsShown(staleMs: number): string {
  return staleMs > 0
    ? `shown is what was known before, without the last ${formatStateDuration(
        staleMs,
      )}`
    : 'shown is what was known before, without a part of it';
}
