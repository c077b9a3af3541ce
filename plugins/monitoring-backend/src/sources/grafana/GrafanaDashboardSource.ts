/** A dashboard as Grafana holds it now, a person's edits included. */
export interface GrafanaDashboard {
  uid: string;
  title: string;
  /** For people. */
  url: string;
  /** Uid of its folder; `general` when it is in none. */
  folderUid: string;
  /** Title of its folder, where Grafana tells it. */
  folder?: string;
  tags: string[];
  /** Dashboard JSON of the first schema, or Grafana's resource of the second when it is stored so. */
  model: Record<string, unknown>;
}

/** A dashboard in a list. */
export type GrafanaDashboardLink = Omit<GrafanaDashboard, 'model'>;

/** Which dashboards are looked for: those that fit all of it. */
export interface GrafanaSearch {
  /** Part of the title. */
  text?: string;
  tag?: string;
  /** In one of these folders; `general` is where dashboards without a folder are. */
  folderUids?: string[];
  limit: number;
}

/** Which annotations are looked for. */
export interface GrafanaAnnotationQuery {
  /** Unix milliseconds. */
  from: number;
  /** Unix milliseconds. */
  to: number;
  dashboardUid?: string;
  tags?: string[];
  /** Whether one of the tags is enough. */
  matchAny?: boolean;
  limit: number;
}

/** A mark that somebody left in Grafana, or that an alert of Grafana's made. */
export interface GrafanaAnnotation {
  id: number;
  /** Of the dashboard that it is about; absent when it is about none. */
  dashboardUid?: string;
  panelId?: number;
  /** Unix milliseconds. */
  from: number;
  /** Unix milliseconds; absent for a moment. */
  to?: number;
  text: string;
  tags: string[];
  /** Of an alert: its name, and the state that it came to. */
  alert?: { name: string; state: string };
}

/** Options of every call. */
export interface GrafanaCallOptions {
  signal?: AbortSignal;
  /** Who waits for it: a person, or a poll that can wait behind people. Default: a person. */
  priority?: 'interactive' | 'background';
  /** Tells people apart, so that none has more than half of the slots; opaque. */
  caller?: string;
}

/**
 * Reads dashboards of one Grafana.
 *
 * Every method throws `ServiceUnavailableError` when it does not answer properly.
 */
export interface GrafanaDashboardSource {
  /** Id of the configured instance. */
  readonly id: string;
  /**
   * One dashboard, or `undefined` when Grafana has none with that uid.
   *
   * @throws `NotAllowedError` when our service account may not read this one
   */
  read(
    uid: string,
    options?: GrafanaCallOptions,
  ): Promise<GrafanaDashboard | undefined>;
  /** Dashboards that carry a tag, by title; at most 100. */
  listByTag(
    tag: string,
    options?: GrafanaCallOptions,
  ): Promise<GrafanaDashboardLink[]>;
  /** Dashboards by title. */
  search(
    query: GrafanaSearch,
    options?: GrafanaCallOptions,
  ): Promise<GrafanaDashboardLink[]>;
  /** JSON of a library panel, or `undefined` when Grafana has none with that uid. */
  readLibraryPanel(
    uid: string,
    options?: GrafanaCallOptions,
  ): Promise<Record<string, unknown> | undefined>;
  /** Newest first. */
  annotations(
    query: GrafanaAnnotationQuery,
    options?: GrafanaCallOptions,
  ): Promise<GrafanaAnnotation[]>;
  /** Where a person opens a dashboard. */
  urlOf(uid: string): string;
}
