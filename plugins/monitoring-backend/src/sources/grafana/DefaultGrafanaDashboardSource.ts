import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import { GrafanaConfig } from '../../config';
import { JsonServer, UpstreamAnswer, UpstreamObserver } from '../http';
import {
  GrafanaAnnotation,
  GrafanaAnnotationQuery,
  GrafanaCallOptions,
  GrafanaDashboard,
  GrafanaDashboardLink,
  GrafanaDashboardSource,
  GrafanaSearch,
} from './GrafanaDashboardSource';
import { parseGrafanaAnnotations } from './parseGrafanaAnnotations';
import { mayBeConverted } from './mayBeConverted';
import { SecondSchemaReader } from './SecondSchemaReader';

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
  folderTitle?: unknown;
}

/** {@link GrafanaDashboardSource} over the HTTP API. */
export class DefaultGrafanaDashboardSource implements GrafanaDashboardSource {
  readonly id: string;
  readonly #publicUrl: string;
  readonly #server: JsonServer;
  readonly #secondSchema: SecondSchemaReader;

  static fromConfig(
    config: GrafanaConfig,
    options: { fetch?: typeof fetch; observer?: UpstreamObserver } = {},
  ): DefaultGrafanaDashboardSource {
    return new DefaultGrafanaDashboardSource(config, options);
  }

  private constructor(
    config: GrafanaConfig,
    options: { fetch?: typeof fetch; observer?: UpstreamObserver },
  ) {
    this.id = config.id;
    this.#publicUrl = config.publicUrl;
    this.#server = JsonServer.create(config, {
      ...LIMITS,
      ...options,
      kind: 'Grafana',
    });
    this.#secondSchema = SecondSchemaReader.create(this.#server);
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
      ...options,
    });
    if (isNotFound(answer)) {
      return undefined;
    }
    if (isForbidden(answer)) {
      throw new NotAllowedError(
        `${
          this.#server.name
        } does not let Sightline's service account read the dashboard '${uid}'. Give it the permission View on the dashboard's folder; Grafana may take a minute to heed it`,
      );
    }
    const { dashboard, meta } = (this.#server.read(answer) ?? {}) as {
      dashboard?: Record<string, unknown>;
      meta?: { folderUid?: unknown };
    };
    if (typeof dashboard !== 'object' || dashboard === null) {
      throw this.#server.unfit('a dashboard', 'a Grafana');
    }
    const { title, tags } = dashboard;
    const second = mayBeConverted(dashboard)
      ? await this.#readSecond(uid, options)
      : undefined;
    return {
      ...this.#link({ uid, title, tags, folderUid: meta?.folderUid }),
      model: second ?? dashboard,
    };
  }

  async listByTag(
    tag: string,
    options?: GrafanaCallOptions,
  ): Promise<GrafanaDashboardLink[]> {
    return this.search({ tag, limit: 100 }, options);
  }

  async search(
    { text, tag, folderUids = [], limit }: GrafanaSearch,
    options?: GrafanaCallOptions,
  ): Promise<GrafanaDashboardLink[]> {
    const found = await this.#server.get({
      path: '/api/search',
      query: new URLSearchParams([
        ['type', 'dash-db'],
        ...(text ? [['query', text]] : []),
        ...(tag ? [['tag', tag]] : []),
        ...folderUids.map(uid => ['folderUIDs', uid]),
        ['limit', String(limit)],
      ]),
      ...options,
    });
    return (Array.isArray(found) ? found : [])
      .filter(({ uid }) => typeof uid === 'string' && UID.test(uid))
      .map(hit => this.#link(hit));
  }

  async readLibraryPanel(
    uid: string,
    options?: GrafanaCallOptions,
  ): Promise<Record<string, unknown> | undefined> {
    if (!UID.test(uid)) {
      return undefined;
    }
    const answer = await this.#server.request({
      path: `/api/library-elements/${encodeURIComponent(uid)}`,
      ...options,
    });
    // Grafana's own words (recording `other-endpoints`).
    if (answer.status === 404 && answer.body.includes('could not be found')) {
      return undefined;
    }
    const { result } = (this.#server.read(answer) ?? {}) as {
      result?: { model?: unknown };
    };
    return typeof result?.model === 'object' && result.model !== null
      ? (result.model as Record<string, unknown>)
      : undefined;
  }

  async annotations(
    query: GrafanaAnnotationQuery,
    options?: GrafanaCallOptions,
  ): Promise<GrafanaAnnotation[]> {
    const { from, to, dashboardUid, tags = [], matchAny, limit } = query;
    return parseGrafanaAnnotations(
      await this.#server.get({
        path: '/api/annotations',
        query: new URLSearchParams([
          ['from', String(from)],
          ['to', String(to)],
          ...(dashboardUid ? [['dashboardUID', dashboardUid]] : []),
          ...tags.map(tag => ['tags', tag]),
          ...(matchAny ? [['matchAny', 'true']] : []),
          ['limit', String(limit)],
        ]),
        ...options,
      }),
    );
  }

  urlOf(uid: string): string {
    return `${this.#publicUrl}/d/${encodeURIComponent(uid)}`;
  }

  async #readSecond(
    uid: string,
    options?: GrafanaCallOptions,
  ): Promise<Record<string, unknown> | undefined> {
    try {
      return await this.#secondSchema.read(uid, options);
    } catch (error) {
      options?.signal?.throwIfAborted();
      if (!(error instanceof ServiceUnavailableError)) {
        throw error;
      }
      // What is known of the dashboard is better than nothing.
      return undefined;
    }
  }

  #link({
    uid,
    title,
    tags,
    folderUid,
    folderTitle,
  }: WireLink): GrafanaDashboardLink {
    return {
      uid,
      title: typeof title === 'string' ? title : uid,
      url: this.urlOf(uid),
      folderUid:
        typeof folderUid === 'string' && folderUid ? folderUid : NO_FOLDER,
      ...(typeof folderTitle === 'string' && { folder: folderTitle }),
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

/** Its credentials are right, but are not enough for this one (recording `auth-and-rbac`). */
function isForbidden({ status, body }: UpstreamAnswer): boolean {
  return status === 403 && body.includes('"accessErrorId"');
}
