import { HttpDialect } from '../HttpDialect';

/** Old conventions in milliseconds, with the route as target. */
export const openTelemetryOldPython: HttpDialect = {
  id: 'opentelemetry-old-python',
  title: 'OpenTelemetry Python, old conventions',
  metricsFrom:
    'OpenTelemetry Python 0.66b1 without OTEL_SEMCONV_STABILITY_OPT_IN',
  count: 'http_server_duration_milliseconds_count',
  tells: 'http_target!=""',
  route: 'http_target',
  status: 'http_status_code',
  failed: 'http_status_code=~"5.."',
  duration: {
    kind: 'histogram',
    metric: 'http_server_duration_milliseconds',
    unitSeconds: 0.001,
  },
  inFlight: { metric: 'http_server_active_requests', optional: true },
};
