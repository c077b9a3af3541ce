import { HttpDialect } from '../HttpDialect';

/** The names of the examples of client_golang. */
export const goPromhttp: HttpDialect = {
  id: 'go-promhttp',
  title: 'Go promhttp',
  metricsFrom:
    'client_golang promhttp.InstrumentHandlerDuration with the labels handler, code, method',
  count: 'http_request_duration_seconds_count',
  tells: 'handler!="", code!=""',
  route: 'handler',
  status: 'code',
  failed: 'code=~"5.."',
  duration: {
    kind: 'histogram',
    metric: 'http_request_duration_seconds',
    unitSeconds: 1,
  },
  inFlight: { metric: 'http_requests_in_flight', optional: true },
};
