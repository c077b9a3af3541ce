import { HttpDialect } from '../HttpDialect';

/** django-prometheus. */
export const djangoPrometheus: HttpDialect = {
  id: 'django-prometheus',
  title: 'django-prometheus',
  metricsFrom: 'django-prometheus 2.5',
  count: 'django_http_responses_total_by_status_view_method_total',
  tells: 'status!=""',
  route: 'view',
  status: 'status',
  failed: 'status=~"5.."',
  duration: {
    kind: 'histogram',
    metric: 'django_http_requests_latency_seconds_by_view_method',
    unitSeconds: 1,
  },
};
