import { HttpDialect } from '../HttpDialect';

/** prometheus-net for ASP.NET Core. */
export const prometheusNet: HttpDialect = {
  id: 'prometheus-net',
  title: 'prometheus-net',
  metricsFrom: 'prometheus-net.AspNetCore 8',
  count: 'http_requests_received_total',
  tells: 'code!=""',
  route: 'endpoint',
  status: 'code',
  failed: 'code=~"5.."',
  duration: {
    kind: 'histogram',
    metric: 'http_request_duration_seconds',
    unitSeconds: 1,
  },
  inFlight: {
    metric: 'http_requests_in_progress',
    matchers: 'controller="", action=""',
  },
};
