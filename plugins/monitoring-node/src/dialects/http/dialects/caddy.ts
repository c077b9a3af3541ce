import { HttpDialect } from '../HttpDialect';

/** Caddy counts a request once for each handler that it passes: one of them is read. */
export const caddy: HttpDialect = {
  id: 'caddy',
  title: 'Caddy',
  metricsFrom: 'Caddy 2.11',
  count: 'caddy_http_request_duration_seconds_count',
  tells: 'handler="subroute", host!=""',
  matchers: 'handler="subroute"',
  route: 'host',
  status: 'code',
  failed: 'code=~"5.."',
  duration: {
    kind: 'histogram',
    metric: 'caddy_http_request_duration_seconds',
    unitSeconds: 1,
  },
  inFlight: { metric: 'caddy_http_requests_in_flight' },
};
