import { ServiceUnavailableError } from '@backstage/errors';
import { AlertmanagerConfig } from '../../config';
import {
  authHeaders,
  parseJson,
  plainText,
  throwIfCredentialsRefused,
  UpstreamClient,
} from '../http';
import {
  AlertmanagerAlert,
  AlertmanagerCallOptions,
  AlertmanagerClient,
  AlertmanagerSilence,
} from './AlertmanagerClient';

const LIMITS = {
  timeout: 10_000,
  maxResponseBytes: 32 * 1024 * 1024,
  maxConcurrent: 4,
};

type Wire<T> = Partial<T>;

/** {@link AlertmanagerClient} over the HTTP API v2. */
export class DefaultAlertmanagerClient implements AlertmanagerClient {
  readonly id: string;
  readonly #name: string;
  readonly #upstream: UpstreamClient;

  static fromConfig(
    config: AlertmanagerConfig,
    options: { fetch?: typeof fetch } = {},
  ): DefaultAlertmanagerClient {
    return new DefaultAlertmanagerClient(config, options);
  }

  private constructor(
    config: AlertmanagerConfig,
    options: { fetch?: typeof fetch },
  ) {
    this.id = config.id;
    this.#name = `Alertmanager '${config.id}'`;
    this.#upstream = UpstreamClient.create({
      name: this.#name,
      url: config.url,
      headers: authHeaders(config.auth, config.tenant),
      ...LIMITS,
      fetch: options.fetch,
    });
  }

  async alerts(
    options?: AlertmanagerCallOptions,
  ): Promise<AlertmanagerAlert[]> {
    const alerts = await this.#list<AlertmanagerAlert>(
      '/api/v2/alerts',
      options,
    );
    return alerts.map(alert => ({
      labels: alert.labels ?? {},
      annotations: alert.annotations ?? {},
      startsAt: alert.startsAt ?? '',
      status: {
        silencedBy: alert.status?.silencedBy ?? [],
        inhibitedBy: alert.status?.inhibitedBy ?? [],
      },
    }));
  }

  async silences(
    options?: AlertmanagerCallOptions,
  ): Promise<AlertmanagerSilence[]> {
    const silences = await this.#list<AlertmanagerSilence>(
      '/api/v2/silences',
      options,
    );
    return silences.map(silence => ({
      id: silence.id ?? '',
      endsAt: silence.endsAt ?? '',
      createdBy: silence.createdBy ?? '',
      comment: silence.comment ?? '',
    }));
  }

  async #list<T>(
    path: string,
    options?: AlertmanagerCallOptions,
  ): Promise<Wire<T>[]> {
    const answer = await this.#upstream.request({
      path,
      signal: options?.signal,
    });
    throwIfCredentialsRefused(this.#name, answer);
    if (answer.status !== 200) {
      throw new ServiceUnavailableError(
        `${this.#name} answered ${answer.status}: ${plainText(answer.body)}`,
      );
    }
    const list = parseJson(this.#name, answer);
    if (!Array.isArray(list)) {
      throw new ServiceUnavailableError(
        `${
          this.#name
        } answered without a list; check that its URL is an Alertmanager`,
      );
    }
    return list;
  }
}
