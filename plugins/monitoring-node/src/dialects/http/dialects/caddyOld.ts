import { HttpDialect } from '../HttpDialect';

/** Before Caddy told hosts apart. */
export const caddyOld: HttpDialect = {
  id: 'caddy-old',
  title: 'Caddy without hosts',
  metricsFrom: 'Caddy 2.6',
  count: 'caddy_http_request_duration_seconds_count',
  tells: 'handler="subroute", host=""',
  matchers: 'handler="subroute"',
  route: 'server',
  status: 'code',
  failed: 'code=~"5.."',
  duration: {
    kind: 'histogram',
    metric: 'caddy_http_request_duration_seconds',
    unitSeconds: 1,
  },
  inFlight: { metric: 'caddy_http_requests_in_flight' },
};
