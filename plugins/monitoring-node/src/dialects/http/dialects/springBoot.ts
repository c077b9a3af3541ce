import { HttpDialect } from '../HttpDialect';

/** Micrometer; buckets only with `percentiles-histogram`. */
export const springBoot: HttpDialect = {
  id: 'spring-boot',
  title: 'Spring Boot',
  metricsFrom: 'Spring Boot 3.5 with Micrometer 1.15',
  count: 'http_server_requests_seconds_count',
  tells: 'uri!="", status!=""',
  route: 'uri',
  status: 'status',
  failed: 'status=~"5.."',
  duration: {
    kind: 'histogram',
    metric: 'http_server_requests_seconds',
    unitSeconds: 1,
    otherwise: 'mean',
  },
  inFlight: {
    metric: 'http_server_requests_active_seconds_gcount',
    optional: true,
  },
};
