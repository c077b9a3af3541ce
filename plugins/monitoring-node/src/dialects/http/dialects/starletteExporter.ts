import { HttpDialect } from '../HttpDialect';

/** starlette-exporter. */
export const starletteExporter: HttpDialect = {
  id: 'starlette-exporter',
  title: 'starlette-exporter',
  metricsFrom: 'starlette-exporter 0.24',
  count: 'starlette_requests_total',
  tells: 'status_code!=""',
  route: 'path',
  status: 'status_code',
  failed: 'status_code=~"5.."',
  duration: {
    kind: 'histogram',
    metric: 'starlette_request_duration_seconds',
    unitSeconds: 1,
  },
  inFlight: { metric: 'starlette_requests_in_progress' },
};
