import { DashboardSummary } from '@sightline/backstage-plugin-monitoring-common';

/** Options of every read. */
export interface ReadOptions {
  signal?: AbortSignal;
  /** Tells people apart, so that none takes all there is of a Grafana. */
  caller?: string;
}

/** A summary and the dashboard itself. */
export interface FoundDashboard {
  summary: DashboardSummary;
  /** The same object for as long as the dashboard's JSON is known to be the same. */
  identity: object;
  /** Makes the dashboard's JSON, of either schema, which not everybody needs. */
  model(): Record<string, unknown>;
}
