import {
  DashboardsApi,
  DashboardToSave,
  StoredDashboard,
} from './DashboardsApi';
import { GrafanaHttp } from './GrafanaHttp';

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
  constructor(private readonly http: GrafanaHttp) {}

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
        : undefined,
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

  #path(uid: string): string {
    return `/api/dashboards/uid/${encodeURIComponent(uid)}`;
  }
}
