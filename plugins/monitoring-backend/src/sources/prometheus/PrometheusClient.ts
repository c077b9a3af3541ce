import { PrometheusMetric } from './parseMetricMetadata';

/** An instant query. */
export interface PrometheusQuery {
  query: string;
  /** Unix seconds; absent means now. */
  time?: number;
}

/** A range query; times in Unix seconds. */
export interface PrometheusRangeQuery {
  query: string;
  start: number;
  end: number;
  /** In seconds. */
  step: number;
  /** Most series to answer; servers before 3.0 ignore it. */
  limit?: number;
}

/** One series of an instant query. */
export interface PrometheusSample {
  labels: Record<string, string>;
  /** May be NaN or infinite. */
  value: number;
  /** Unix seconds. */
  time: number;
}

/** Answer of an instant query; a scalar is one sample without labels. */
export interface PrometheusInstantResult {
  samples: PrometheusSample[];
  /** What the server said that it is; absent means a vector. */
  resultType?: 'vector' | 'scalar' | 'string' | 'matrix';
  /** The answer when it is a text. */
  text?: string;
  /** The answer when the query is about a time (`up[5m]`). */
  series?: PrometheusSeries[];
  /** For people: the answer may be wrong or incomplete. */
  warnings: string[];
}

/** One series of a range query; both arrays have the same length. */
export interface PrometheusSeries {
  labels: Record<string, string>;
  /** Unix seconds, ascending; steps without a value are left out. */
  times: number[];
  /** May be NaN or infinite. */
  values: number[];
}

/** Answer of a range query. */
export interface PrometheusRangeResult {
  series: PrometheusSeries[];
  /** For people: the answer may be wrong or incomplete. */
  warnings: string[];
  /** By the server's own clock, in Unix milliseconds, whole seconds; absent: it did not say. */
  answeredAt?: number;
}

/** Which series are meant; times in Unix seconds. */
export interface PrometheusSeriesQuery {
  /** Selectors, of which a series fits one; absent means all series. */
  match?: string[];
  start: number;
  end: number;
  /** Most entries to answer; older servers ignore it. */
  limit?: number;
}

/** Names or values of labels, in the server's order. */
export interface PrometheusTexts {
  texts: string[];
  /** For people: the answer may be incomplete. */
  warnings: string[];
}

/** Series by their labels, with their names as `__name__`. */
export interface PrometheusSeriesList {
  series: Record<string, string>[];
  /** For people: the answer may be incomplete. */
  warnings: string[];
}

/** An active alert as Prometheus evaluates it. */
export interface PrometheusAlert {
  labels: Record<string, string>;
  annotations: Record<string, string>;
  state: 'pending' | 'firing';
  /** ISO 8601. */
  activeAt: string;
  /** May be NaN or infinite. */
  value: number;
}

/** Which exemplars are meant; times in Unix seconds. */
export interface PrometheusExemplarQuery {
  /** An expression: exemplars of the series that its selectors name. */
  query: string;
  start: number;
  end: number;
}

/** One observation that was kept beside a sample, usually with the id of a trace. */
export interface PrometheusExemplar {
  labels: Record<string, string>;
  /** May be NaN or infinite. */
  value: number;
  /** Unix seconds. */
  time: number;
}

/** The exemplars of one series. */
export interface PrometheusSeriesExemplars {
  /** Of the series, with its name as `__name__`. */
  labels: Record<string, string>;
  exemplars: PrometheusExemplar[];
}

/** What Prometheus scrapes. Its address is left out, because a secret may be part of it. */
export interface PrometheusTarget {
  labels: Record<string, string>;
  scrapePool: string;
  health: 'up' | 'down' | 'unknown';
  /** Of the last scrape, without addresses; absent when it worked. */
  error?: string;
  /** ISO 8601; absent before the first scrape. */
  lastScrape?: string;
  /** Of the last scrape, in seconds. */
  lastScrapeDuration?: number;
}

/** Options of every call. */
export interface PrometheusCallOptions {
  signal?: AbortSignal;
  /** Who waits for it: a person, or a poll that can wait behind people. Default: a person. */
  priority?: 'interactive' | 'background';
  /** Tells people apart, so that none takes all there is; opaque. */
  caller?: string;
}

/**
 * Reads one Prometheus-compatible server.
 *
 * Every method throws `InputError` when the server refuses what was asked, and
 * `ServiceUnavailableError` when it does not answer properly; texts are fit for people.
 */
export interface PrometheusClient {
  /** Id of the configured instance. */
  readonly id: string;
  query(
    query: PrometheusQuery,
    options?: PrometheusCallOptions,
  ): Promise<PrometheusInstantResult>;
  queryRange(
    query: PrometheusRangeQuery,
    options?: PrometheusCallOptions,
  ): Promise<PrometheusRangeResult>;
  labelNames(
    query: PrometheusSeriesQuery,
    options?: PrometheusCallOptions,
  ): Promise<PrometheusTexts>;
  /** @param label - a label's name; the caller has checked that it is one */
  labelValues(
    label: string,
    query: PrometheusSeriesQuery,
    options?: PrometheusCallOptions,
  ): Promise<PrometheusTexts>;
  series(
    query: PrometheusSeriesQuery,
    options?: PrometheusCallOptions,
  ): Promise<PrometheusSeriesList>;
  /** Everybody's; the caller keeps what the entity's scope holds. */
  alerts(options?: PrometheusCallOptions): Promise<PrometheusAlert[]>;
  exemplars(
    query: PrometheusExemplarQuery,
    options?: PrometheusCallOptions,
  ): Promise<PrometheusSeriesExemplars[]>;
  /**
   * Those that are scraped, everybody's; the caller keeps what the entity's scope holds.
   *
   * @throws `NotImplementedError` when the server scrapes nothing, as Mimir
   */
  targets(options?: PrometheusCallOptions): Promise<PrometheusTarget[]>;
  /**
   * Types and help of metrics by name, everybody's; the caller keeps what the entity's scope holds.
   */
  metadata(
    options?: PrometheusCallOptions,
  ): Promise<Map<string, PrometheusMetric>>;
  buildInfo(options?: PrometheusCallOptions): Promise<{ version: string }>;
  /**
   * @returns when the server was started, in ISO 8601
   * @throws `NotImplementedError` when the server does not tell, as Mimir
   */
  runtimeInfo(options?: PrometheusCallOptions): Promise<{ startTime: string }>;
}
