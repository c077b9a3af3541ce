import { NotImplementedError } from '@backstage/errors';
import { PrometheusConfig } from '../../config';
import {
  authHeaders,
  createFetch,
  UpstreamAnswer,
  UpstreamClient,
  UpstreamObserver,
  UpstreamRequest,
} from '../http';
import { explainGrafana } from './explainGrafana';
import { Fields, flavorOf, PrometheusFlavor } from './flavors';
import { parseInstantData, parseRangeData } from './parseQueryData';
import { parseSeriesList, parseTexts } from './parseSeriesData';
import { parseAlerts } from './parseAlerts';
import { parseExemplars } from './parseExemplars';
import { parseMetricMetadata, PrometheusMetric } from './parseMetricMetadata';
import { parseTargets } from './parseTargets';
import { PrometheusAnswer, readPrometheusAnswer } from './readPrometheusAnswer';
import {
  PrometheusAlert,
  PrometheusCallOptions,
  PrometheusClient,
  PrometheusExemplarQuery,
  PrometheusInstantResult,
  PrometheusQuery,
  PrometheusRangeQuery,
  PrometheusRangeResult,
  PrometheusSeriesExemplars,
  PrometheusSeriesList,
  PrometheusSeriesQuery,
  PrometheusTarget,
  PrometheusTexts,
} from './PrometheusClient';

/** Metrics that are told of: more make an answer that nobody wants to wait for. */
const MOST_METRICS = 20_000;

/** {@link PrometheusClient} over the HTTP API v1. */
export class DefaultPrometheusClient implements PrometheusClient {
  readonly id: string;
  readonly #name: string;
  readonly #config: PrometheusConfig;
  readonly #flavor: PrometheusFlavor;
  readonly #upstream: UpstreamClient;

  static fromConfig(
    config: PrometheusConfig,
    options: { fetch?: typeof fetch; observer?: UpstreamObserver } = {},
  ): DefaultPrometheusClient {
    return new DefaultPrometheusClient(config, options);
  }

  private constructor(
    config: PrometheusConfig,
    options: { fetch?: typeof fetch; observer?: UpstreamObserver },
  ) {
    this.id = config.id;
    this.#name = `Prometheus '${config.id}'`;
    this.#config = config;
    this.#flavor = flavorOf(config.type);
    this.#upstream = UpstreamClient.create({
      name: this.#name,
      url: `${config.url}${this.#flavor.prefix(config)}`,
      headers: {
        ...authHeaders(config.auth),
        ...tenantHeader(this.#flavor, config),
      },
      timeout: config.limits.timeout,
      maxResponseBytes: config.limits.maxResponseBytes,
      maxConcurrent: config.limits.maxConcurrent,
      hasBreaker: true,
      upstream: `prometheus:${config.id}`,
      observer: options.observer,
      fetch: options.fetch ?? createFetch(config),
    });
  }

  async query(
    query: PrometheusQuery,
    options?: PrometheusCallOptions,
  ): Promise<PrometheusInstantResult> {
    const { query: expression, time } = query;
    return parseInstantData(
      this.#name,
      await this.#ask('/api/v1/query', { query: expression, time }, options),
    );
  }

  async queryRange(
    range: PrometheusRangeQuery,
    options?: PrometheusCallOptions,
  ): Promise<PrometheusRangeResult> {
    const { query, start, end, step, limit } = range;
    return parseRangeData(
      this.#name,
      await this.#ask(
        '/api/v1/query_range',
        { query, start, end, step, limit },
        options,
      ),
    );
  }

  async labelNames(
    query: PrometheusSeriesQuery,
    options?: PrometheusCallOptions,
  ): Promise<PrometheusTexts> {
    return parseTexts(
      this.#name,
      await this.#ask('/api/v1/labels', seriesFields(query), options),
    );
  }

  async labelValues(
    label: string,
    query: PrometheusSeriesQuery,
    options?: PrometheusCallOptions,
  ): Promise<PrometheusTexts> {
    return parseTexts(
      this.#name,
      await this.#read(
        // The only one with fields that servers do not take as a form.
        `/api/v1/label/${encodeURIComponent(label)}/values`,
        seriesFields(query),
        options,
      ),
    );
  }

  async series(
    query: PrometheusSeriesQuery,
    options?: PrometheusCallOptions,
  ): Promise<PrometheusSeriesList> {
    return parseSeriesList(
      this.#name,
      await this.#ask('/api/v1/series', seriesFields(query), options),
    );
  }

  async alerts(options?: PrometheusCallOptions): Promise<PrometheusAlert[]> {
    const { data } = await this.#read('/api/v1/alerts', {}, options);
    return parseAlerts((data as { alerts?: unknown } | undefined)?.alerts);
  }

  async exemplars(
    { query, start, end }: PrometheusExemplarQuery,
    options?: PrometheusCallOptions,
  ): Promise<PrometheusSeriesExemplars[]> {
    const { data } = await this.#ask(
      '/api/v1/query_exemplars',
      { query, start, end },
      options,
    );
    return parseExemplars(this.#name, data);
  }

  async targets(options?: PrometheusCallOptions): Promise<PrometheusTarget[]> {
    const { data } = await this.#readWhereOffered(
      '/api/v1/targets',
      { state: 'active' },
      options,
    );
    return parseTargets(
      this.#name,
      (data as { activeTargets?: unknown } | undefined)?.activeTargets,
    );
  }

  async metadata(
    options?: PrometheusCallOptions,
  ): Promise<Map<string, PrometheusMetric>> {
    const { data } = await this.#read(
      '/api/v1/metadata',
      { limit: MOST_METRICS, limit_per_metric: 1 },
      options,
    );
    return parseMetricMetadata(this.#name, data);
  }

  async buildInfo(
    options?: PrometheusCallOptions,
  ): Promise<{ version: string }> {
    const { data } = await this.#read('/api/v1/status/buildinfo', {}, options);
    const { version } = (data ?? {}) as { version?: string };
    return { version: version ?? 'unknown' };
  }

  async runtimeInfo(
    options?: PrometheusCallOptions,
  ): Promise<{ startTime: string }> {
    const { data } = await this.#readWhereOffered(
      '/api/v1/status/runtimeinfo',
      {},
      options,
    );
    const { startTime } = (data ?? {}) as { startTime?: unknown };
    if (typeof startTime !== 'string') {
      throw new NotImplementedError(
        `${this.#name} does not tell when it was started`,
      );
    }
    return { startTime };
  }

  /** What may be long goes into a form: no proxy on the way cuts that, or logs it. */
  async #ask(
    path: string,
    fields: Fields,
    options?: PrometheusCallOptions,
  ): Promise<PrometheusAnswer> {
    return this.#call({ path, form: this.#parameters(fields) }, options);
  }

  async #read(
    path: string,
    fields: Fields,
    options?: PrometheusCallOptions,
  ): Promise<PrometheusAnswer> {
    return this.#call({ path, query: this.#parameters(fields) }, options);
  }

  /** @throws `NotImplementedError` when the server knows no such path, or a proxy lets nobody ask */
  async #readWhereOffered(
    path: string,
    fields: Fields,
    options?: PrometheusCallOptions,
  ): Promise<PrometheusAnswer> {
    const answer = await this.#send(
      { path, query: this.#parameters(fields) },
      options,
    );
    if (isNotOffered(answer) && !this.#explainGrafana(answer)) {
      throw new NotImplementedError(`${this.#name} does not offer ${path}`);
    }
    return this.#readAnswer(answer);
  }

  async #call(
    request: UpstreamRequest,
    options?: PrometheusCallOptions,
  ): Promise<PrometheusAnswer> {
    return this.#readAnswer(await this.#send(request, options));
  }

  #readAnswer(answer: UpstreamAnswer): PrometheusAnswer {
    return readPrometheusAnswer(this.#name, answer, {
      answer: told => this.#explainGrafana(told),
      refusal: refused => this.#flavor.explain(this.#name, refused),
    });
  }

  #explainGrafana(answer: UpstreamAnswer): Error | undefined {
    const { grafana } = this.#config;
    return grafana && explainGrafana(this.#name, grafana, answer);
  }

  #parameters(fields: Fields): URLSearchParams {
    const { query, 'match[]': match } = fields;
    const expressions = [query ?? [], match ?? []].flat().map(String);
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries({
      ...fields,
      ...this.#flavor.fields(this.#config, expressions),
    })) {
      if (value !== undefined) {
        [value].flat().forEach(one => parameters.append(name, String(one)));
      }
    }
    return parameters;
  }

  async #send(
    request: UpstreamRequest,
    options?: PrometheusCallOptions,
  ): Promise<UpstreamAnswer> {
    return this.#upstream.request({ ...options, ...request });
  }
}

/** VictoriaMetrics says it by a 400, after the address of who asks; proxies that let through only queries forbid it. */
function isNotOffered({ status, body }: UpstreamAnswer): boolean {
  return (
    [403, 404, 405].includes(status) ||
    (status === 400 && /\bunsupported path\b/.test(body))
  );
}

function tenantHeader(
  { tenantHeader: name }: PrometheusFlavor,
  { tenant }: PrometheusConfig,
): Record<string, string> {
  return name && tenant ? { [name]: tenant } : {};
}

function seriesFields({ match, ...rest }: PrometheusSeriesQuery): Fields {
  return { ...rest, 'match[]': match };
}
