import { AlertmanagerConfig } from '../../config';
import { JsonServer, UpstreamObserver } from '../http';
import { textsOf } from '../texts';
import {
  AlertmanagerAlert,
  AlertmanagerCallOptions,
  AlertmanagerClient,
  AlertmanagerSilence,
} from './AlertmanagerClient';

const LIMITS = { maxResponseBytes: 32 * 1024 * 1024, maxConcurrent: 4 };

type Wire<T> = Partial<T>;
type WireAlert = Omit<AlertmanagerAlert, 'generatorUrl'> & {
  generatorURL?: string;
};

/** {@link AlertmanagerClient} over the HTTP API v2. */
export class DefaultAlertmanagerClient implements AlertmanagerClient {
  readonly id: string;
  readonly #server: JsonServer;

  static fromConfig(
    config: AlertmanagerConfig,
    options: { fetch?: typeof fetch; observer?: UpstreamObserver } = {},
  ): DefaultAlertmanagerClient {
    return new DefaultAlertmanagerClient(config, options);
  }

  private constructor(
    config: AlertmanagerConfig,
    options: { fetch?: typeof fetch; observer?: UpstreamObserver },
  ) {
    this.id = config.id;
    this.#server = JsonServer.create(config, {
      ...LIMITS,
      ...options,
      kind: 'Alertmanager',
    });
  }

  async alerts(
    options?: AlertmanagerCallOptions,
  ): Promise<AlertmanagerAlert[]> {
    const alerts = await this.#list<WireAlert>('/api/v2/alerts', options);
    return alerts.map(alert => ({
      labels: alert.labels ?? {},
      annotations: alert.annotations ?? {},
      startsAt: alert.startsAt ?? '',
      status: {
        silencedBy: alert.status?.silencedBy ?? [],
        inhibitedBy: alert.status?.inhibitedBy ?? [],
      },
      ...(alert.generatorURL && { generatorUrl: alert.generatorURL }),
    }));
  }

  async silences(
    options?: AlertmanagerCallOptions,
  ): Promise<AlertmanagerSilence[]> {
    const silences = await this.#list<AlertmanagerSilence>(
      '/api/v2/silences',
      options,
    );
    return silences.map(silence => {
      // They are shown to people as they are, so that nothing but a text is taken for one.
      const {
        id = '',
        endsAt = '',
        createdBy = '',
        comment = '',
      } = textsOf(silence);
      return { id, endsAt, createdBy, comment };
    });
  }

  async #list<T>(
    path: string,
    options?: AlertmanagerCallOptions,
  ): Promise<Wire<T>[]> {
    const list = await this.#server.get({ path, signal: options?.signal });
    if (!Array.isArray(list)) {
      throw this.#server.unfit('a list', 'an Alertmanager');
    }
    return list.filter(one => typeof one === 'object' && one !== null);
  }
}
