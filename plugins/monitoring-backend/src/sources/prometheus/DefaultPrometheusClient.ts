import { PrometheusConfig } from '../../config';
import { authHeaders, UpstreamClient, UpstreamRequest } from '../http';
import { parseInstantData, parseRangeData } from './parseQueryData';
import { parseSeriesList, parseTexts } from './parseSeriesData';
import { parseAlerts } from './parseAlerts';
import { PrometheusAnswer, readPrometheusAnswer } from './readPrometheusAnswer';
import {
  PrometheusAlert,
  PrometheusCallOptions,
  PrometheusClient,
  PrometheusInstantResult,
  PrometheusQuery,
  PrometheusRangeQuery,
  PrometheusRangeResult,
  PrometheusSeriesList,
  PrometheusSeriesQuery,
  PrometheusTexts,
} from './PrometheusClient';

/** {@link PrometheusClient} over the HTTP API v1. */
export class DefaultPrometheusClient implements PrometheusClient {
  readonly id: string;
  readonly #name: string;
  readonly #upstream: UpstreamClient;

  static fromConfig(
    config: PrometheusConfig,
    options: { fetch?: typeof fetch } = {},
  ): DefaultPrometheusClient {
    return new DefaultPrometheusClient(config, options);
  }

  private constructor(
    config: PrometheusConfig,
    options: { fetch?: typeof fetch },
  ) {
    this.id = config.id;
    this.#name = `Prometheus '${config.id}'`;
    this.#upstream = UpstreamClient.create({
      name: this.#name,
      url: config.url,
      headers: authHeaders(config.auth, config.tenant),
      timeout: config.limits.timeout,
      maxResponseBytes: config.limits.maxResponseBytes,
      maxConcurrent: config.limits.maxConcurrent,
      fetch: options.fetch,
    });
  }

  async query(
    query: PrometheusQuery,
    options?: PrometheusCallOptions,
  ): Promise<PrometheusInstantResult> {
    const answer = await this.#call({
      path: '/api/v1/query',
      form: form({ query: query.query, time: query.time }),
      signal: options?.signal,
    });
    return parseInstantData(this.#name, answer);
  }

  async queryRange(
    query: PrometheusRangeQuery,
    options?: PrometheusCallOptions,
  ): Promise<PrometheusRangeResult> {
    const answer = await this.#call({
      path: '/api/v1/query_range',
      form: form({
        query: query.query,
        start: query.start,
        end: query.end,
        step: query.step,
        limit: query.limit,
      }),
      signal: options?.signal,
    });
    return parseRangeData(this.#name, answer);
  }

  async labelNames(
    query: PrometheusSeriesQuery,
    options?: PrometheusCallOptions,
  ): Promise<PrometheusTexts> {
    return parseTexts(
      this.#name,
      await this.#call({
        path: '/api/v1/labels',
        form: seriesForm(query),
        signal: options?.signal,
      }),
    );
  }

  async labelValues(
    label: string,
    query: PrometheusSeriesQuery,
    options?: PrometheusCallOptions,
  ): Promise<PrometheusTexts> {
    return parseTexts(
      this.#name,
      await this.#call({
        path: `/api/v1/label/${encodeURIComponent(label)}/values`,
        // The only one of these that servers do not take as a form.
        query: seriesForm(query),
        signal: options?.signal,
      }),
    );
  }

  async series(
    query: PrometheusSeriesQuery,
    options?: PrometheusCallOptions,
  ): Promise<PrometheusSeriesList> {
    return parseSeriesList(
      this.#name,
      await this.#call({
        path: '/api/v1/series',
        form: seriesForm(query),
        signal: options?.signal,
      }),
    );
  }

  async alerts(options?: PrometheusCallOptions): Promise<PrometheusAlert[]> {
    const { data } = await this.#call({
      path: '/api/v1/alerts',
      signal: options?.signal,
    });
    return parseAlerts((data as { alerts?: unknown } | undefined)?.alerts);
  }

  async buildInfo(
    options?: PrometheusCallOptions,
  ): Promise<{ version: string }> {
    const { data } = await this.#call({
      path: '/api/v1/status/buildinfo',
      signal: options?.signal,
    });
    const { version } = (data ?? {}) as { version?: string };
    return { version: version ?? 'unknown' };
  }

  async #call(request: UpstreamRequest): Promise<PrometheusAnswer> {
    return readPrometheusAnswer(
      this.#name,
      await this.#upstream.request(request),
    );
  }
}

function seriesForm({
  match = [],
  ...rest
}: PrometheusSeriesQuery): URLSearchParams {
  const parameters = form(rest);
  match.forEach(selector => parameters.append('match[]', selector));
  return parameters;
}

function form(
  fields: Record<string, string | number | undefined>,
): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) {
      parameters.set(name, String(value));
    }
  }
  return parameters;
}
