import { HttpDialect } from '../HttpDialect';

/** prometheus-flask-exporter. */
export const flaskExporter: HttpDialect = {
  id: 'flask-exporter',
  title: 'Flask exporter',
  metricsFrom: 'prometheus-flask-exporter 0.23',
  count: 'flask_http_request_duration_seconds_count',
  tells: 'status!=""',
  route: 'path',
  status: 'status',
  failed: 'status=~"5.."',
  duration: {
    kind: 'histogram',
    metric: 'flask_http_request_duration_seconds',
    unitSeconds: 1,
  },
  note: 'By default each path that is asked for is a route of its own: group by url_rule.',
};
