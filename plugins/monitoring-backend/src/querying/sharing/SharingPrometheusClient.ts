import {
  PrometheusCallOptions,
  PrometheusInstantResult,
  PrometheusQuery,
  PrometheusRangeQuery,
  PrometheusSeriesList,
  PrometheusSeriesQuery,
  PrometheusTexts,
} from '../../sources';
import { QueryClient, QueryRangeResult } from '../QueryClient';
import { QueryObserver } from '../QueryObserver';
import { bytesOf } from './bytesOf';
import { SharedResults } from './SharedResults';

/** How long an answer is given again, in milliseconds: less than a scrape interval. */
const TIME_TO_LIVE = 10_000;

/** Bytes that are kept per Prometheus and kind of query. */
const MAX_BYTES = 32 * 1024 * 1024;

function seriesKey(query: PrometheusSeriesQuery, label?: string): string {
  const { match, start, end, limit } = query;
  return JSON.stringify([label, match, start, end, limit]);
}

/** Options of {@link SharingPrometheusClient.create}. */
export interface SharingOptions {
  client: QueryClient;
  observer?: Pick<QueryObserver, 'joined'>;
  /** Unix milliseconds. */
  now: () => number;
}

/**
 * Asks the same question once for all who ask it at the same time. One instance per Prometheus
 * and tenant; the key is the whole enforced query, so that nothing is shared across entities
 * whose matchers differ.
 */
export class SharingPrometheusClient implements QueryClient {
  readonly id: string;
  readonly #client: QueryClient;
  readonly #observer?: Pick<QueryObserver, 'joined'>;
  readonly #instant: SharedResults<PrometheusInstantResult>;
  readonly #range: SharedResults<QueryRangeResult>;
  readonly #texts: SharedResults<PrometheusTexts>;
  readonly #series: SharedResults<PrometheusSeriesList>;

  static create(options: SharingOptions): SharingPrometheusClient {
    return new SharingPrometheusClient(options);
  }

  private constructor(options: SharingOptions) {
    this.id = options.client.id;
    this.#client = options.client;
    this.#observer = options.observer;
    const shared = {
      timeToLive: TIME_TO_LIVE,
      maxSize: MAX_BYTES,
      // A warned answer may be incomplete.
      keep: ({ warnings }: { warnings: string[] }) => warnings.length === 0,
      now: options.now,
    };
    this.#instant = SharedResults.create<PrometheusInstantResult>({
      ...shared,
      sizeOf: bytesOf.instant,
    });
    this.#texts = SharedResults.create<PrometheusTexts>({
      ...shared,
      sizeOf: bytesOf.texts,
    });
    this.#series = SharedResults.create<PrometheusSeriesList>({
      ...shared,
      sizeOf: bytesOf.labels,
    });
    this.#range = SharedResults.create<QueryRangeResult>({
      ...shared,
      sizeOf: bytesOf.range,
    });
  }

  labelNames(
    query: PrometheusSeriesQuery,
    options?: PrometheusCallOptions,
  ): Promise<PrometheusTexts> {
    return this.#texts.get(
      seriesKey(query),
      signal => this.#client.labelNames(query, { ...options, signal }),
      options,
    );
  }

  labelValues(
    label: string,
    query: PrometheusSeriesQuery,
    options?: PrometheusCallOptions,
  ): Promise<PrometheusTexts> {
    return this.#texts.get(
      seriesKey(query, label),
      signal => this.#client.labelValues(label, query, { ...options, signal }),
      options,
    );
  }

  series(
    query: PrometheusSeriesQuery,
    options?: PrometheusCallOptions,
  ): Promise<PrometheusSeriesList> {
    return this.#series.get(
      seriesKey(query),
      signal => this.#client.series(query, { ...options, signal }),
      options,
    );
  }

  query(
    query: PrometheusQuery,
    options?: PrometheusCallOptions,
  ): Promise<PrometheusInstantResult> {
    return this.#instant.get(
      JSON.stringify([query.query, query.time]),
      signal => this.#client.query(query, { ...options, signal }),
      options,
    );
  }

  async queryRange(
    query: PrometheusRangeQuery,
    options?: PrometheusCallOptions,
  ): Promise<QueryRangeResult> {
    const { start, end, step, limit } = query;
    let isFirst = false;
    const answer = await this.#range.get(
      JSON.stringify([query.query, start, end, step, limit]),
      signal => {
        isFirst = true;
        return this.#client.queryRange(query, { ...options, signal });
      },
      options,
    );
    if (isFirst) {
      return answer;
    }
    this.#observer?.joined({ instance: this.id });
    return answer.cache && answer.cache.state !== 'stale'
      ? { ...answer, cache: { state: 'hit', fetched: 0 } }
      : answer;
  }
}
