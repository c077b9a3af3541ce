import { HttpDialect } from '../HttpDialect';

/** HAProxy’s own exporter, frontends: no durations. */
export const haproxy: HttpDialect = {
  id: 'haproxy',
  title: 'HAProxy',
  metricsFrom: 'HAProxy 2.6, frontends',
  count: 'haproxy_frontend_http_responses_total',
  tells: 'proxy!="stats", code!=""',
  matchers: 'proxy!="stats"',
  route: 'proxy',
  status: 'code',
  failed: 'code=~"5.."',
  inFlight: {
    metric: 'haproxy_frontend_current_sessions',
    title: 'Open sessions',
  },
};
