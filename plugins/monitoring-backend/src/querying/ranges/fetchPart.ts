import { PrometheusCallOptions, PrometheusRangeQuery } from '../../sources';
import { QueryClient, QueryRangeResult } from '../QueryClient';
import { Extent, packSeries, Span } from './extents';
import { Question } from './readQuestion';

/** What was asked of the server now. */
export interface FetchedPart {
  span: Span;
  /** As it came. */
  answer: QueryRangeResult;
  /** Absent when it is not what can be put together with other parts. */
  extent?: Extent;
  /** Whether somebody who asks later may be given it. */
  mayBeKept: boolean;
  /**
   * When it was asked for, in Unix milliseconds, by our clock or by the server's, whichever is
   * behind: what lies after it had not been measured.
   */
  clock: number;
}

/**
 * Asks for a part of a range.
 *
 * @param options - `now`: Unix milliseconds
 */
export async function fetchPart(
  client: QueryClient,
  { step, limit = Infinity }: Question,
  query: PrometheusRangeQuery,
  span: Span,
  { now, ...options }: PrometheusCallOptions & { now: () => number },
): Promise<FetchedPart> {
  const askedAt = now();
  const answer = await client.queryRange(
    { ...query, start: span.start / 1_000, end: span.end / 1_000 },
    options,
  );
  const { answeredAt = Infinity } = answer;
  const series =
    // There may be more that the server left out.
    answer.series.length < limit
      ? packSeries(answer.series, span, step)
      : undefined;
  return {
    span,
    answer,
    ...(series && { extent: { ...span, fetchedAt: askedAt, series } }),
    // A warned answer may be wrong or incomplete.
    mayBeKept: answer.warnings.length === 0,
    clock: Math.min(askedAt, answeredAt - (now() - askedAt)),
  };
}
