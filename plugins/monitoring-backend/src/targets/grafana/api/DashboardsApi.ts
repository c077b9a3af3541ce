/** A dashboard as a Grafana holds it. */
export interface StoredDashboard {
  uid: string;
  /** Empty for none. */
  folderUid: string;
  /** Dashboard JSON, v1, with its `uid`. */
  dashboard: Record<string, any>;
  /** Passed back when it is written or removed. */
  version: unknown;
  /** Why nothing that Sightline writes may replace it, in words for people. */
  obstacle?: string;
  /** The obstacle may be one of the past: `find` tells. */
  isDoubtful?: boolean;
  /** Who wrote it last, as far as the read tells. */
  edited?: { by?: string; at?: string };
}

/** What is to stand there. */
export interface DashboardToSave {
  dashboard: Record<string, unknown> & { uid: string };
  folderUid: string;
  /** Of its history. */
  message: string;
}

/** Dashboards in one Grafana, whatever API it serves. */
export interface DashboardsApi {
  /**
   * All dashboards of the organisation with their content, a page at a time; absent where they can
   * only be read one by one.
   */
  readAll?(signal?: AbortSignal): AsyncIterable<StoredDashboard[]>;
  /** The same without the content: a third of the time and a twentieth of the bytes. */
  readVersions?(
    signal?: AbortSignal,
  ): AsyncIterable<{ uid: string; version: unknown }[]>;
  /** One dashboard, or `undefined` when there is none with that uid. */
  find(uid: string, signal?: AbortSignal): Promise<StoredDashboard | undefined>;
  /**
   * Creates one, or replaces exactly what was read before.
   *
   * @param version - of what it replaces; absent: there must be none
   * @returns what stands there now
   * @throws `ConflictError` when somebody else was faster
   */
  save(
    dashboard: DashboardToSave,
    version: unknown,
    signal?: AbortSignal,
  ): Promise<StoredDashboard | undefined>;
  /**
   * One that is gone already is no error.
   *
   * @throws `ConflictError` when it is not what was read before, where the API can tell
   */
  remove(uid: string, version: unknown, signal?: AbortSignal): Promise<void>;
}
