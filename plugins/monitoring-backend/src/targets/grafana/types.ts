import { ActualObject } from '@sightline/backstage-plugin-monitoring-node';

/** A hit of `GET /api/search`. */
export interface GrafanaSearchHit {
  uid: string;
  title: string;
  tags: string[];
}

/** Answer of `GET /api/dashboards/uid/:uid`. */
export interface GrafanaDashboardAnswer {
  meta: { folderUid: string; url: string; version: number };
  dashboard: Record<string, any>;
}

/** A rule as `GET /api/v1/provisioning/alert-rules` lists it. */
export interface GrafanaAlertRule {
  uid: string;
  folderUID: string;
  ruleGroup: string;
  title: string;
  condition: string;
  data: Record<string, any>[];
  noDataState: string;
  execErrState: string;
  for: string;
  annotations?: Record<string, string>;
  labels?: Record<string, string>;
  isPaused: boolean;
  notification_settings?: Record<string, unknown> | null;
}

/** An integration as `GET /api/v1/provisioning/contact-points` lists it; several share a name. */
export interface GrafanaContactPoint {
  uid: string;
  name: string;
  type: string;
  settings: Record<string, unknown>;
  disableResolveMessage?: boolean;
}

/** An entry of `GET /api/datasources`. */
export interface GrafanaDatasource {
  uid: string;
  type: string;
  isDefault: boolean;
}

/** A dashboard as it was last read. */
export interface KnownDashboard {
  actual: ActualObject;
  tags: string[];
  /** Number of the list that read it. */
  readIn: number;
}
