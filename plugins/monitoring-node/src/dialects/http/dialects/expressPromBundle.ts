import { HttpDialect } from '../HttpDialect';

/** The default of express-prom-bundle with path and status. */
export const expressPromBundle: HttpDialect = {
  id: 'express-prom-bundle',
  title: 'express-prom-bundle',
  metricsFrom: 'express-prom-bundle 8.0 with includePath and includeStatusCode',
  count: 'http_request_duration_seconds_count',
  tells: 'path!="", status_code!=""',
  route: 'path',
  status: 'status_code',
  failed: 'status_code=~"5.."',
  duration: {
    kind: 'histogram',
    metric: 'http_request_duration_seconds',
    unitSeconds: 1,
    otherwise: 'mean',
  },
  note: 'Paths that match no route are routes of their own unless normalised.',
};
