import { PrometheusAlert } from '../prometheus';
import { GrafanaCallOptions } from './GrafanaDashboardSource';

/** An alert that Grafana's own rules make, told like one of Prometheus. */
export type GrafanaAlert = PrometheusAlert;

/** Reads the alerts that one Grafana evaluates. */
export interface GrafanaAlertSource {
  /** Id of the configured instance. */
  readonly id: string;
  /**
   * Alerts that are pending or fire. Labels that Grafana adds for itself are left out. `activeAt`
   * is when the state began: a firing alert was pending before it.
   *
   * @throws `ServiceUnavailableError` when Grafana does not answer properly
   */
  alerts(options?: GrafanaCallOptions): Promise<GrafanaAlert[]>;
}
