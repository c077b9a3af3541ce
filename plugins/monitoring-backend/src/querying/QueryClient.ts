import {
  PrometheusCallOptions,
  PrometheusClient,
  PrometheusRangeQuery,
  PrometheusRangeResult,
} from '../sources';
import { CacheState } from './QueryObserver';

/** How the answer of a range query came about. */
export interface RangeCacheInfo {
  state: CacheState;
  /** Samples of the answer that were asked for now; 0 when all of them were known. */
  fetched: number;
  /**
   * Set when `state` is `stale`: how far the newest sample lies before the range's end, in
   * milliseconds.
   */
  staleMs?: number;
  /** Set when `state` is `stale`: why the server did not answer now. */
  failure?: Error;
}

/** Answer of a range query. */
export interface QueryRangeResult extends PrometheusRangeResult {
  /** Absent when no cache was asked. */
  cache?: RangeCacheInfo;
}

/** What queries ask of a Prometheus. */
export interface QueryClient
  extends Pick<
    PrometheusClient,
    'id' | 'query' | 'labelNames' | 'labelValues' | 'series'
  > {
  queryRange(
    query: PrometheusRangeQuery,
    options?: PrometheusCallOptions,
  ): Promise<QueryRangeResult>;
}
