import { HttpDialect } from '../HttpDialect';

/** Requests by service: the same are counted again by entry point and router. */
export const traefik: HttpDialect = {
  id: 'traefik',
  title: 'Traefik',
  metricsFrom: 'Traefik 3.7, services',
  count: 'traefik_service_requests_total',
  tells: 'code!=""',
  route: 'service',
  status: 'code',
  failed: 'code=~"5.."',
  duration: {
    kind: 'histogram',
    metric: 'traefik_service_request_duration_seconds',
    unitSeconds: 1,
  },
  inFlight: {
    metric: 'traefik_open_connections',
    matchers: 'entrypoint!="metrics"',
    title: 'Open connections',
  },
  note: 'Scraped with a label service, the route’s label is called exported_service, and routes are not told apart.',
};
