import { HttpDialect } from '../HttpDialect';

/** The same with the status in the label `code`. */
export const promClientCode: HttpDialect = {
  id: 'prom-client-code',
  title: 'prom-client, label code',
  metricsFrom: 'prom-client 15.1 with the labels method, route, code',
  count: 'http_request_duration_seconds_count',
  tells: 'route!="", code!=""',
  route: 'route',
  status: 'code',
  failed: 'code=~"5.."',
  duration: {
    kind: 'histogram',
    metric: 'http_request_duration_seconds',
    unitSeconds: 1,
  },
  inFlight: { metric: 'http_requests_in_flight', optional: true },
};
