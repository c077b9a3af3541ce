import { NotImplementedError } from '@backstage/errors';
import { PrometheusConfig } from '../../config';
import { UpstreamObserver } from '../http';
import { parseInstantData, parseRangeData } from './parseQueryData';
import { parseSeriesList, parseTexts } from './parseSeriesData';
import { parseAlerts } from './parseAlerts';
import { parseExemplars } from './parseExemplars';
import { parseMetricMetadata, PrometheusMetric } from './parseMetricMetadata';
import { parseTargets } from './parseTargets';
import { Fields } from './flavors';
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
import { PrometheusConnection } from './PrometheusConnection';

/** Metrics that are told of: more make an answer that nobody wants to wait for. */
const MOST_METRICS = 20_000;

/** {@link PrometheusClient} over the HTTP API v1. */
export class DefaultPrometheusClient implements PrometheusClient {
  readonly id: string;
  readonly #name: string;
  readonly #connection: PrometheusConnection;

  static fromConfig(
    config: PrometheusConfig,
    options: { fetch?: typeof fetch; observer?: UpstreamObserver } = {},
  ): DefaultPrometheusClient {
    return new DefaultPrometheusClient(
      config.id,
      PrometheusConnection.fromConfig(config, options),
    );
  }

  private constructor(id: string, connection: PrometheusConnection) {
    this.id = id;
    this.#name = connection.name;
    this.#connection = connection;
  }

  async query(
    query: PrometheusQuery,
    options?: PrometheusCallOptions,
  ): Promise<PrometheusInstantResult> {
    const { query: expression, time } = query;
    return parseInstantData(
      this.#name,
      await this.#connection.ask(
        '/api/v1/query',
        { query: expression, time },
        options,
      ),
    );
  }

  async queryRange(
    range: PrometheusRangeQuery,
    options?: PrometheusCallOptions,
  ): Promise<PrometheusRangeResult> {
    const { query, start, end, step, limit } = range;
    return parseRangeData(
      this.#name,
      await this.#connection.ask(
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
      await this.#connection.ask(
        '/api/v1/labels',
        seriesFields(query),
        options,
      ),
    );
  }

  async labelValues(
    label: string,
    query: PrometheusSeriesQuery,
    options?: PrometheusCallOptions,
  ): Promise<PrometheusTexts> {
    return parseTexts(
      this.#name,
      await this.#connection.read(
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
      await this.#connection.ask(
        '/api/v1/series',
        seriesFields(query),
        options,
      ),
    );
  }

  async alerts(options?: PrometheusCallOptions): Promise<PrometheusAlert[]> {
    const { data } = await this.#connection.read('/api/v1/alerts', {}, options);
    return parseAlerts((data as { alerts?: unknown } | undefined)?.alerts);
  }

  async exemplars(
    { query, start, end }: PrometheusExemplarQuery,
    options?: PrometheusCallOptions,
  ): Promise<PrometheusSeriesExemplars[]> {
    const { data } = await this.#connection.ask(
      '/api/v1/query_exemplars',
      { query, start, end },
      options,
    );
    return parseExemplars(this.#name, data);
  }

  async targets(options?: PrometheusCallOptions): Promise<PrometheusTarget[]> {
    const { data } = await this.#connection.readWhereOffered(
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
    const { data } = await this.#connection.read(
      '/api/v1/metadata',
      { limit: MOST_METRICS, limit_per_metric: 1 },
      options,
    );
    return parseMetricMetadata(this.#name, data);
  }

  async buildInfo(
    options?: PrometheusCallOptions,
  ): Promise<{ version: string }> {
    const { data } = await this.#connection.read(
      '/api/v1/status/buildinfo',
      {},
      options,
    );
    const { version } = (data ?? {}) as { version?: string };
    return { version: version ?? 'unknown' };
  }

  async runtimeInfo(
    options?: PrometheusCallOptions,
  ): Promise<{ startTime: string }> {
    const { data } = await this.#connection.readWhereOffered(
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
}

function seriesFields({ match, ...rest }: PrometheusSeriesQuery): Fields {
  return { ...rest, 'match[]': match };
}
