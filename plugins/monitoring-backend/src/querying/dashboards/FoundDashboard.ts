import { DashboardSummary } from '@sightline/backstage-plugin-monitoring-common';
import { GrafanaCallOptions } from '../../sources';

/** Options of every read. */
export type ReadOptions = Pick<GrafanaCallOptions, 'signal' | 'caller'>;

/** A summary and the dashboard itself. */
export interface FoundDashboard {
  summary: DashboardSummary;
  /** The same object for as long as the dashboard's JSON is known to be the same. */
  identity: object;
  /** Makes the dashboard's JSON, of either schema, which not everybody needs. */
  model(): Record<string, unknown>;
}
