import { HttpDialect } from '../HttpDialect';

/** The ingress controller of Kubernetes; also with status classes. */
export const ingressNginx: HttpDialect = {
  id: 'ingress-nginx',
  title: 'ingress-nginx',
  metricsFrom: 'ingress-nginx controller 1.15',
  count: 'nginx_ingress_controller_requests',
  tells: 'status!=""',
  route: 'path',
  status: 'status',
  failed: 'status=~"5.."',
  duration: {
    kind: 'histogram',
    metric: 'nginx_ingress_controller_request_duration_seconds',
    unitSeconds: 1,
  },
};
