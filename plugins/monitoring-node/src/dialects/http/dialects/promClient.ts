import { HttpDialect } from '../HttpDialect';

/** The names that most hand-made middleware for prom-client uses. */
export const promClient: HttpDialect = {
  id: 'prom-client',
  title: 'prom-client',
  metricsFrom: 'prom-client 15 with the labels method, route, status_code',
  count: 'http_request_duration_seconds_count',
  tells: 'route!="", status_code!=""',
  route: 'route',
  status: 'status_code',
  failed: 'status_code=~"5.."',
  duration: {
    kind: 'histogram',
    metric: 'http_request_duration_seconds',
    unitSeconds: 1,
  },
  inFlight: { metric: 'http_requests_in_flight', optional: true },
};
