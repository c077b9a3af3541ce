import { HttpDialect } from '../HttpDialect';

/** The prometheus plugin of Kong. */
export const kong: HttpDialect = {
  id: 'kong',
  title: 'Kong',
  metricsFrom: 'Kong 3.9, plugin prometheus',
  count: 'kong_http_requests_total',
  tells: 'code!=""',
  route: 'route',
  status: 'code',
  failed: 'code=~"5.."',
  duration: {
    kind: 'histogram',
    metric: 'kong_request_latency_ms',
    unitSeconds: 0.001,
  },
  inFlight: {
    metric: 'kong_nginx_connections_total',
    matchers: 'state="active"',
    title: 'Open connections',
  },
};
