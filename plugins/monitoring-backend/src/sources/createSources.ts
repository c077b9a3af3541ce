import { MonitoringConfig } from '../config';
import { AlertmanagerClient, DefaultAlertmanagerClient } from './alertmanager';
import {
  DefaultGrafanaAlertSource,
  DefaultGrafanaDashboardSource,
  GrafanaAlertSource,
  GrafanaDashboardSource,
} from './grafana';
import { UpstreamObserver } from './http';
import { DefaultPrometheusClient, PrometheusClient } from './prometheus';

/** The clients of all configured servers, in the order of the configuration. */
export interface Sources {
  prometheus: PrometheusClient[];
  alertmanager: AlertmanagerClient[];
  grafana: GrafanaDashboardSource[];
  /** Those that evaluate our alert rules; empty when Prometheus does. */
  grafanaAlerts: GrafanaAlertSource[];
}

/**
 * One client per configured server; nothing is asked yet.
 *
 * @param options - `observer`: is told of every request that they make
 */
export function createSources(
  config: MonitoringConfig,
  options: { observer?: UpstreamObserver } = {},
): Sources {
  const { alerts, slos } = config.provisioning;
  return {
    prometheus: config.prometheus.map(one =>
      DefaultPrometheusClient.fromConfig(one, options),
    ),
    alertmanager: config.alertmanager.map(one =>
      DefaultAlertmanagerClient.fromConfig(one, options),
    ),
    grafana: config.grafana.map(one =>
      DefaultGrafanaDashboardSource.fromConfig(one, options),
    ),
    grafanaAlerts: [alerts, slos].includes('grafana')
      ? config.grafana.map(one =>
          DefaultGrafanaAlertSource.fromConfig(one, options),
        )
      : [],
  };
}
