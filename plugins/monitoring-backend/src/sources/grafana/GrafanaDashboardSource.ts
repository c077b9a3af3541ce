/** A dashboard as Grafana holds it now, a person's edits included. */
export interface GrafanaDashboard {
  uid: string;
  title: string;
  /** For people. */
  url: string;
  /** Uid of its folder; `general` when it is in none. */
  folderUid: string;
  tags: string[];
  /** Dashboard JSON, v1. */
  model: Record<string, unknown>;
}

/** A dashboard in a list. */
export type GrafanaDashboardLink = Omit<GrafanaDashboard, 'model'>;

/** Options of every call. */
export interface GrafanaCallOptions {
  signal?: AbortSignal;
}

/**
 * Reads dashboards of one Grafana.
 *
 * Every method throws `ServiceUnavailableError` when it does not answer properly.
 */
export interface GrafanaDashboardSource {
  /** Id of the configured instance. */
  readonly id: string;
  /** One dashboard, or `undefined` when Grafana has none with that uid. */
  read(
    uid: string,
    options?: GrafanaCallOptions,
  ): Promise<GrafanaDashboard | undefined>;
  /** Dashboards that carry a tag, by title; at most 100. */
  listByTag(
    tag: string,
    options?: GrafanaCallOptions,
  ): Promise<GrafanaDashboardLink[]>;
  /** Where a person opens a dashboard. */
  urlOf(uid: string): string;
}
