import { ServiceUnavailableError } from '@backstage/errors';
import { AlertmanagerConfig } from '../../config';
import { authHeaders, createFetch, UpstreamClient } from '../../sources/http';

const LIMITS = {
  timeout: 10_000,
  maxResponseBytes: 100_000,
  maxConcurrent: 2,
};

/** An alert as `POST /api/v2/alerts` takes it. */
export interface SentAlert {
  labels: Record<string, string>;
  annotations: Record<string, string>;
  startsAt: Date;
  endsAt: Date;
  generatorURL?: string;
}

/** Sends alerts to one Alertmanager, as Prometheus does. */
export class AlertmanagerSender {
  /** `alertmanager:default`. */
  readonly id: string;
  readonly #name: string;
  readonly #http: UpstreamClient;

  static fromConfig(
    config: AlertmanagerConfig,
    options: { fetch?: typeof fetch } = {},
  ): AlertmanagerSender {
    return new AlertmanagerSender(config, options);
  }

  private constructor(
    config: AlertmanagerConfig,
    options: { fetch?: typeof fetch },
  ) {
    this.id = `alertmanager:${config.id}`;
    this.#name = `Alertmanager '${config.id}'`;
    this.#http = UpstreamClient.create({
      ...LIMITS,
      name: this.#name,
      url: config.url,
      headers: authHeaders(config.auth, config.tenant),
      fetch: options.fetch ?? createFetch(config),
    });
  }

  /** @throws `ServiceUnavailableError` when it does not take it */
  async send(
    alert: SentAlert,
    options: { signal?: AbortSignal } = {},
  ): Promise<void> {
    const { status } = await this.#http.request({
      method: 'POST',
      path: '/api/v2/alerts',
      json: [alert],
      signal: options.signal,
    });
    if (status >= 300) {
      throw new ServiceUnavailableError(
        `${this.#name} did not take the alert (${status})`,
      );
    }
  }
}
