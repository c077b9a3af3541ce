import { DatasourceReference } from '@sightline/backstage-plugin-monitoring-common';

/** Sources that speak PromQL; `datasource` is Grafana's mixed one. */
const TYPES = new Set([
  'prometheus',
  'datasource',
  'mixed',
  'grafana-amazonprometheus-datasource',
  'grafana-azureprometheus-datasource',
  'victoriametrics-metrics-datasource',
  'victoriametrics-datasource',
]);

/** Whether a source can be asked in PromQL; dashboards before Grafana 8.3 do not say. */
export function isPrometheus(source: DatasourceReference | undefined): boolean {
  return source?.type === undefined || TYPES.has(source.type);
}
