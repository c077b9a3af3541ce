import { ServiceUnavailableError } from '@backstage/errors';
import { GrafanaConfig } from '../../config';
import {
  authHeaders,
  parseJson,
  plainText,
  throwIfCredentialsRefused,
  UpstreamClient,
} from '../http';
import { GrafanaAlert, GrafanaAlertSource } from './GrafanaAlertSource';
import { GrafanaCallOptions } from './GrafanaDashboardSource';
import { parseGrafanaAlerts } from './parseGrafanaAlerts';

const LIMITS = {
  timeout: 10_000,
  maxResponseBytes: 32 * 1024 * 1024,
  maxConcurrent: 4,
};

/** {@link GrafanaAlertSource} over the state API, in one call. */
export class DefaultGrafanaAlertSource implements GrafanaAlertSource {
  readonly id: string;
  readonly #name: string;
  readonly #upstream: UpstreamClient;

  static fromConfig(
    config: GrafanaConfig,
    options: { fetch?: typeof fetch } = {},
  ): DefaultGrafanaAlertSource {
    return new DefaultGrafanaAlertSource(config, options);
  }

  private constructor(
    config: GrafanaConfig,
    options: { fetch?: typeof fetch },
  ) {
    this.id = config.id;
    this.#name = `Grafana '${config.id}'`;
    this.#upstream = UpstreamClient.create({
      name: this.#name,
      url: config.url,
      headers: authHeaders(config.auth),
      ...LIMITS,
      fetch: options.fetch,
    });
  }

  async alerts(options?: GrafanaCallOptions): Promise<GrafanaAlert[]> {
    const answer = await this.#upstream.request({
      path: '/api/prometheus/grafana/api/v1/alerts',
      signal: options?.signal,
    });
    throwIfCredentialsRefused(this.#name, answer);
    if (answer.status !== 200) {
      const text = answer.body.trimStart().startsWith('<')
        ? ''
        : plainText(answer.body);
      throw new ServiceUnavailableError(
        `${this.#name} answered ${answer.status}${text && `: ${text}`}`,
      );
    }
    const { data } = (parseJson(this.#name, answer) ?? {}) as {
      data?: { alerts?: unknown };
    };
    if (!Array.isArray(data?.alerts)) {
      throw new ServiceUnavailableError(
        `${
          this.#name
        } answered without alerts; check that its URL is a Grafana with alerting switched on`,
      );
    }
    return parseGrafanaAlerts(data.alerts);
  }
}
