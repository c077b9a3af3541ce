const PROMETHEUS_TYPES = new Set([
  'prometheus',
  'grafana-amazonprometheus-datasource',
  'grafana-azureprometheus-datasource',
  'victoriametrics-datasource',
  'victoriametrics-metrics-datasource',
]);

/** Whether data sources of this type speak Prometheus' API. */
export function isPrometheusType(type: string): boolean {
  return PROMETHEUS_TYPES.has(type);
}
