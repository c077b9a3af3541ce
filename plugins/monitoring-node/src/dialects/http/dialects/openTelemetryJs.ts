import { HttpDialect } from '../HttpDialect';

/** Stable conventions in seconds, without the unit in the name. */
export const openTelemetryJs: HttpDialect = {
  id: 'opentelemetry-js',
  title: 'OpenTelemetry JavaScript',
  metricsFrom:
    'instrumentation-http 0.223 with exporter-prometheus 0.223, which adds no unit to names',
  count: 'http_server_request_duration_count',
  tells: 'http_response_status_code!=""',
  route: 'http_route',
  status: 'http_response_status_code',
  failed: 'http_response_status_code=~"5.."',
  duration: {
    kind: 'histogram',
    metric: 'http_server_request_duration',
    unitSeconds: 1,
  },
  note: 'Scrapes of the exporter’s own port are counted as well.',
};
