import { HttpDialect } from '../HttpDialect';

/** Old conventions in milliseconds, with the route. */
export const openTelemetryOld: HttpDialect = {
  id: 'opentelemetry-old',
  title: 'OpenTelemetry, old conventions',
  metricsFrom:
    'OpenTelemetry semantic conventions before 1.23 by the collector or OTLP ingestion',
  count: 'http_server_duration_milliseconds_count',
  tells: 'http_route!=""',
  route: 'http_route',
  status: 'http_status_code',
  failed: 'http_status_code=~"5.."',
  duration: {
    kind: 'histogram',
    metric: 'http_server_duration_milliseconds',
    unitSeconds: 0.001,
  },
  inFlight: { metric: 'http_server_active_requests', optional: true },
};
