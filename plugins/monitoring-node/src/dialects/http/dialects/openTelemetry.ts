import { HttpDialect } from '../HttpDialect';

/** Stable conventions with the unit in the name, as all but the JavaScript exporter write them. */
export const openTelemetry: HttpDialect = {
  id: 'opentelemetry',
  title: 'OpenTelemetry',
  metricsFrom:
    'OpenTelemetry semantic conventions 1.23 and later: Python 0.66b1, Go 1.47, .NET 8, collector, OTLP ingestion',
  count: 'http_server_request_duration_seconds_count',
  tells: 'http_response_status_code!=""',
  route: 'http_route',
  status: 'http_response_status_code',
  failed: 'http_response_status_code=~"5.."',
  duration: {
    kind: 'histogram',
    metric: 'http_server_request_duration_seconds',
    unitSeconds: 1,
  },
  inFlight: { metric: 'http_server_active_requests', optional: true },
};
