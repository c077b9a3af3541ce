import { ServiceUnavailableError } from '@backstage/errors';
import { GrafanaConfig } from '../../config';
import {
  authHeaders,
  parseJson,
  plainText,
  throwIfCredentialsRefused,
  UpstreamAnswer,
  UpstreamClient,
} from '../http';
import {
  GrafanaCallOptions,
  GrafanaDashboard,
  GrafanaDashboardLink,
  GrafanaDashboardSource,
} from './GrafanaDashboardSource';

const LIMITS = {
  timeout: 10_000,
  maxResponseBytes: 16 * 1024 * 1024,
  maxConcurrent: 10,
};

/** What Grafana accepts as a uid. */
const UID = /^[A-Za-z0-9_-]{1,40}$/;

/** {@link GrafanaDashboardSource} over the HTTP API. */
export class DefaultGrafanaDashboardSource implements GrafanaDashboardSource {
  readonly id: string;
  readonly #name: string;
  readonly #publicUrl: string;
  readonly #upstream: UpstreamClient;

  static fromConfig(
    config: GrafanaConfig,
    options: { fetch?: typeof fetch } = {},
  ): DefaultGrafanaDashboardSource {
    return new DefaultGrafanaDashboardSource(config, options);
  }

  private constructor(
    config: GrafanaConfig,
    options: { fetch?: typeof fetch },
  ) {
    this.id = config.id;
    this.#name = `Grafana '${config.id}'`;
    this.#publicUrl = config.publicUrl;
    this.#upstream = UpstreamClient.create({
      name: this.#name,
      url: config.url,
      headers: authHeaders(config.auth),
      ...LIMITS,
      fetch: options.fetch,
    });
  }

  async read(
    uid: string,
    options?: GrafanaCallOptions,
  ): Promise<GrafanaDashboard | undefined> {
    if (!UID.test(uid)) {
      return undefined;
    }
    const answer = await this.#upstream.request({
      path: `/api/dashboards/uid/${encodeURIComponent(uid)}`,
      signal: options?.signal,
    });
    if (isNotFound(answer)) {
      return undefined;
    }
    const { dashboard } = (this.#json(answer) ?? {}) as {
      dashboard?: Record<string, unknown>;
    };
    if (typeof dashboard !== 'object' || dashboard === null) {
      throw new ServiceUnavailableError(
        `${
          this.#name
        } answered without a dashboard; check that its URL is a Grafana`,
      );
    }
    return {
      uid,
      title: typeof dashboard.title === 'string' ? dashboard.title : uid,
      url: this.urlOf(uid),
      model: dashboard,
    };
  }

  async listByTag(
    tag: string,
    options?: GrafanaCallOptions,
  ): Promise<GrafanaDashboardLink[]> {
    const answer = await this.#upstream.request({
      path: '/api/search',
      query: new URLSearchParams({ type: 'dash-db', tag, limit: '100' }),
      signal: options?.signal,
    });
    const found = this.#json(answer);
    return (Array.isArray(found) ? found : [])
      .filter(({ uid }) => typeof uid === 'string' && UID.test(uid))
      .map(({ uid, title }) => ({
        uid,
        title: typeof title === 'string' ? title : uid,
        url: this.urlOf(uid),
      }));
  }

  urlOf(uid: string): string {
    return `${this.#publicUrl}/d/${encodeURIComponent(uid)}`;
  }

  #json(answer: UpstreamAnswer): unknown {
    throwIfCredentialsRefused(this.#name, answer);
    const { status, body } = answer;
    if (status !== 200) {
      const text = body.trimStart().startsWith('<') ? '' : plainText(body);
      throw new ServiceUnavailableError(
        `${this.#name} answered ${status}${text && `: ${text}`}`,
      );
    }
    return parseJson(this.#name, answer);
  }
}

/** Grafana's own words; any other 404 comes from something that is not Grafana. */
function isNotFound({ status, body }: UpstreamAnswer): boolean {
  return status === 404 && body.includes('"Dashboard not found"');
}
