import { HttpDialect } from '../HttpDialect';

/** express-prom-bundle with `metricType: summary`. */
export const expressPromBundleSummary: HttpDialect = {
  id: 'express-prom-bundle-summary',
  title: 'express-prom-bundle, summary',
  metricsFrom:
    'express-prom-bundle 8.0 with metricType summary, named http_request_seconds',
  count: 'http_request_seconds_count',
  tells: 'path!="", status_code!=""',
  route: 'path',
  status: 'status_code',
  failed: 'status_code=~"5.."',
  duration: { kind: 'summary', metric: 'http_request_seconds', unitSeconds: 1 },
};
