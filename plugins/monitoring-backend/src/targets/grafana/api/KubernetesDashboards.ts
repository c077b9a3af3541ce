import { ConflictError } from '@backstage/errors';
import {
  DashboardsApi,
  DashboardToSave,
  StoredDashboard,
} from './DashboardsApi';
import { GrafanaHttp } from './GrafanaHttp';
import {
  ANNOTATIONS,
  deleteOptions,
  KubernetesObject,
  ObjectMeta,
  readPages,
} from './kubernetes';
import {
  inVersion,
  isSecondSchema,
  isStoredInSecond,
  OF_SECOND_SCHEMA,
} from './secondSchema';

type Dashboard = KubernetesObject<Record<string, any>>;

/** Which version of the second schema it is or was stored in. */
function secondSchema(status: Dashboard['status']): string | undefined {
  const stored = status?.conversion?.storedVersion;
  return stored && isSecondSchema(stored) ? stored : undefined;
}

function obstacleOf({ metadata, status }: Dashboard): string | undefined {
  const manager = metadata.annotations?.[ANNOTATIONS.managedBy];
  if (manager) {
    return `It is managed by '${manager}', which would write over it; take it out of there first`;
  }
  return secondSchema(status) ? OF_SECOND_SCHEMA : undefined;
}

function read(stored: Dashboard): StoredDashboard {
  const { metadata, spec } = stored;
  const { annotations = {} } = metadata;
  return {
    uid: metadata.name,
    folderUid: annotations[ANNOTATIONS.folder] ?? '',
    dashboard: { ...spec, uid: metadata.name },
    version: metadata.resourceVersion,
    obstacle: obstacleOf(stored),
    ...(secondSchema(stored.status) ? { isDoubtful: true } : {}),
    edited: {
      by: annotations[ANNOTATIONS.updatedBy],
      at: annotations[ANNOTATIONS.updatedAt] ?? metadata.creationTimestamp,
    },
  };
}

/** What was just written is of the first schema, whatever its status says. */
function readWritten(stored: Dashboard): StoredDashboard {
  return read({ ...stored, status: undefined });
}

/**
 * Dashboards by `/apis`: a page of them comes with its content, and of writes at the same time one
 * wins (recording `concurrency`).
 */
export class KubernetesDashboards implements DashboardsApi {
  /** @param namespace - path of one version of the API and the organisation's namespace in it */
  constructor(
    private readonly http: GrafanaHttp,
    private readonly namespace: string,
  ) {}

  async *readAll(signal?: AbortSignal): AsyncIterable<StoredDashboard[]> {
    const pages = readPages<Dashboard>(this.http, this.#path(), { signal });
    for await (const page of pages) {
      yield page.map(read);
    }
  }

  async *readVersions(
    signal?: AbortSignal,
  ): AsyncIterable<{ uid: string; version: unknown }[]> {
    const pages = readPages<Pick<Dashboard, 'metadata'>>(
      this.http,
      this.#path(),
      { metadata: true, signal },
    );
    for await (const page of pages) {
      yield page.map(({ metadata }) => ({
        uid: metadata.name,
        version: metadata.resourceVersion,
      }));
    }
  }

  async find(
    uid: string,
    signal?: AbortSignal,
  ): Promise<StoredDashboard | undefined> {
    const found = await this.http.jsonOrNothing<Dashboard>({
      path: this.#path(uid),
      signal,
    });
    return found && read(await this.#withoutPast(found, signal));
  }

  async save(
    { dashboard, folderUid, message }: DashboardToSave,
    version: unknown,
    signal?: AbortSignal,
  ): Promise<StoredDashboard> {
    const { uid, ...spec } = dashboard;
    const metadata: ObjectMeta = {
      name: uid,
      annotations: {
        [ANNOTATIONS.folder]: folderUid,
        [ANNOTATIONS.message]: message,
      },
    };
    if (version === undefined) {
      const json = { metadata, spec };
      return readWritten(
        await this.http.json({ path: this.#path(), json, signal }),
      );
    }
    if (typeof version !== 'string') {
      // A PUT without a version would overwrite whatever is there.
      throw new ConflictError(
        `The dashboard '${uid}' was read from another API than it is written to; it has to be read again`,
      );
    }
    return readWritten(
      await this.http.json({
        method: 'PUT',
        path: this.#path(uid),
        json: { metadata: { ...metadata, resourceVersion: version }, spec },
        signal,
      }),
    );
  }

  async remove(
    uid: string,
    version: unknown,
    signal?: AbortSignal,
  ): Promise<void> {
    const resourceVersion = typeof version === 'string' ? version : undefined;
    await this.http.jsonOrNothing({
      method: 'DELETE',
      path: this.#path(uid),
      json: deleteOptions({ name: uid, resourceVersion }),
      signal,
    });
  }

  /** A status says for ever that a dashboard is stored in the second schema. */
  async #withoutPast(
    found: Dashboard,
    signal?: AbortSignal,
  ): Promise<Dashboard> {
    const second = secondSchema(found.status);
    if (second === undefined) {
      return found;
    }
    const path = inVersion(this.#path(found.metadata.name), second);
    return (await isStoredInSecond(this.http, path, signal)) === false
      ? { ...found, status: undefined }
      : found;
  }

  #path(uid?: string): string {
    return `${this.namespace}/dashboards${
      uid === undefined ? '' : `/${encodeURIComponent(uid)}`
    }`;
  }
}
