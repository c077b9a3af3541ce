import { HttpDialect } from '../HttpDialect';

/** Old conventions in milliseconds, without the unit in the name. */
export const openTelemetryJsOld: HttpDialect = {
  id: 'opentelemetry-js-old',
  title: 'OpenTelemetry JavaScript, old conventions',
  metricsFrom: 'instrumentation-http 0.57 with its Prometheus exporter',
  count: 'http_server_duration_count',
  tells: 'http_status_code!=""',
  route: 'http_route',
  status: 'http_status_code',
  failed: 'http_status_code=~"5.."',
  duration: {
    kind: 'histogram',
    metric: 'http_server_duration',
    unitSeconds: 0.001,
  },
  note: 'Scrapes of the exporter’s own port are counted as well.',
};
