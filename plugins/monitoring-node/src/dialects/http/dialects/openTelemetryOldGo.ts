import { HttpDialect } from '../HttpDialect';

/** Old conventions in milliseconds, without a route. */
export const openTelemetryOldGo: HttpDialect = {
  id: 'opentelemetry-old-go',
  title: 'OpenTelemetry Go, old conventions',
  metricsFrom: 'otelhttp 0.52',
  count: 'http_server_duration_milliseconds_count',
  tells: 'http_status_code!="", http_route="", http_target="", http_flavor=""',
  status: 'http_status_code',
  failed: 'http_status_code=~"5.."',
  duration: {
    kind: 'histogram',
    metric: 'http_server_duration_milliseconds',
    unitSeconds: 0.001,
  },
  inFlight: { metric: 'http_server_active_requests', optional: true },
};
