import {
  DashboardsApi,
  DashboardToSave,
  StoredDashboard,
} from './DashboardsApi';
import { GrafanaHttp } from './GrafanaHttp';
import { isStoredInSecond, OF_SECOND_SCHEMA } from './secondSchema';

/** Answer of `GET /api/dashboards/uid/:uid`. */
interface DashboardAnswer {
  meta: {
    folderUid?: string;
    version: number;
    provisioned?: boolean;
    updatedBy?: string;
    updated?: string;
  };
  dashboard: Record<string, any>;
}

/** Dashboards by the API that every Grafana has. Its save is not race-safe: read back after it. */
export class LegacyDashboards implements DashboardsApi {
  /**
   * @param secondSchema - path of the second schema in `/apis` and the organisation's namespace in
   *   it, where it is served: this API shows, and would write over, what is stored in it as if it
   *   were of the first
   */
  constructor(
    private readonly http: GrafanaHttp,
    private readonly secondSchema?: string,
  ) {}

  async find(
    uid: string,
    signal?: AbortSignal,
  ): Promise<StoredDashboard | undefined> {
    const found = await this.http.jsonOrNothing<DashboardAnswer>({
      path: this.#path(uid),
      signal,
    });
    if (!found) {
      return undefined;
    }
    const { meta, dashboard } = found;
    return {
      uid,
      folderUid: meta.folderUid ?? '',
      dashboard: { ...dashboard, uid },
      version: meta.version,
      edited: { by: meta.updatedBy, at: meta.updated },
      obstacle: meta.provisioned
        ? 'It comes from a file of the Grafana itself, which writes over it'
        : await this.#obstacleOf(uid, signal),
    };
  }

  async save(
    { dashboard, folderUid, message }: DashboardToSave,
    version: unknown,
    signal?: AbortSignal,
  ): Promise<StoredDashboard | undefined> {
    await this.http.json({
      path: '/api/dashboards/db',
      json: {
        dashboard: { ...dashboard, ...(version ? { version } : {}) },
        // Without it the dashboard would move to the root.
        folderUid,
        message,
        overwrite: false,
      },
      signal,
    });
    // Of saves with one version several are taken (recording `dashboards`): what counts is what
    // stands there.
    return this.find(dashboard.uid, signal);
  }

  async remove(
    uid: string,
    _version: unknown,
    signal?: AbortSignal,
  ): Promise<void> {
    await this.http.jsonOrNothing({
      method: 'DELETE',
      path: this.#path(uid),
      signal,
    });
  }

  async #obstacleOf(
    uid: string,
    signal?: AbortSignal,
  ): Promise<string | undefined> {
    const path = `${this.secondSchema}/dashboards/${encodeURIComponent(uid)}`;
    return this.secondSchema !== undefined &&
      (await isStoredInSecond(this.http, path, signal))
      ? OF_SECOND_SCHEMA
      : undefined;
  }

  #path(uid: string): string {
    return `/api/dashboards/uid/${encodeURIComponent(uid)}`;
  }
}
