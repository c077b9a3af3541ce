import { GrafanaConfig } from '../../config';
import { JsonServer, UpstreamAnswer } from '../http';
import {
  GrafanaCallOptions,
  GrafanaDashboard,
  GrafanaDashboardLink,
  GrafanaDashboardSource,
} from './GrafanaDashboardSource';

const LIMITS = { maxResponseBytes: 16 * 1024 * 1024, maxConcurrent: 10 };

/** What Grafana accepts as a uid. */
const UID = /^[A-Za-z0-9_-]{1,40}$/;

/** Grafana's own name for where dashboards without a folder are. */
const NO_FOLDER = 'general';

interface WireLink {
  uid: string;
  title?: unknown;
  tags?: unknown;
  folderUid?: unknown;
}

/** {@link GrafanaDashboardSource} over the HTTP API. */
export class DefaultGrafanaDashboardSource implements GrafanaDashboardSource {
  readonly id: string;
  readonly #publicUrl: string;
  readonly #server: JsonServer;

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
    this.#publicUrl = config.publicUrl;
    this.#server = JsonServer.create(config, {
      ...LIMITS,
      ...options,
      kind: 'Grafana',
    });
  }

  async read(
    uid: string,
    options?: GrafanaCallOptions,
  ): Promise<GrafanaDashboard | undefined> {
    if (!UID.test(uid)) {
      return undefined;
    }
    const answer = await this.#server.request({
      path: `/api/dashboards/uid/${encodeURIComponent(uid)}`,
      signal: options?.signal,
    });
    if (isNotFound(answer)) {
      return undefined;
    }
    const { dashboard, meta } = (this.#server.read(answer) ?? {}) as {
      dashboard?: Record<string, unknown>;
      meta?: { folderUid?: unknown };
    };
    if (typeof dashboard !== 'object' || dashboard === null) {
      throw this.#server.unfit('a dashboard', 'a Grafana');
    }
    const { title, tags } = dashboard;
    return {
      ...this.#link({ uid, title, tags, folderUid: meta?.folderUid }),
      model: dashboard,
    };
  }

  async listByTag(
    tag: string,
    options?: GrafanaCallOptions,
  ): Promise<GrafanaDashboardLink[]> {
    const found = await this.#server.get({
      path: '/api/search',
      query: new URLSearchParams({ type: 'dash-db', tag, limit: '100' }),
      signal: options?.signal,
    });
    return (Array.isArray(found) ? found : [])
      .filter(({ uid }) => typeof uid === 'string' && UID.test(uid))
      .map(hit => this.#link(hit));
  }

  urlOf(uid: string): string {
    return `${this.#publicUrl}/d/${encodeURIComponent(uid)}`;
  }

  #link({ uid, title, tags, folderUid }: WireLink): GrafanaDashboardLink {
    return {
      uid,
      title: typeof title === 'string' ? title : uid,
      url: this.urlOf(uid),
      folderUid:
        typeof folderUid === 'string' && folderUid ? folderUid : NO_FOLDER,
      tags: Array.isArray(tags)
        ? tags.filter(tag => typeof tag === 'string')
        : [],
    };
  }
}

/** Grafana's own words; any other 404 comes from something that is not Grafana. */
function isNotFound({ status, body }: UpstreamAnswer): boolean {
  return status === 404 && body.includes('"Dashboard not found"');
}
