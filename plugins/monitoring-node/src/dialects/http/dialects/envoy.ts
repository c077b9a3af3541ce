import { HttpDialect } from '../HttpDialect';

/** Requests to upstream clusters, by class of status. */
export const envoy: HttpDialect = {
  id: 'envoy',
  title: 'Envoy',
  metricsFrom: 'Envoy 1.36, upstream clusters',
  count: 'envoy_cluster_upstream_rq_xx',
  tells: 'envoy_response_code_class!=""',
  route: 'envoy_cluster_name',
  status: 'envoy_response_code_class',
  failed: 'envoy_response_code_class="5"',
  duration: {
    kind: 'histogram',
    metric: 'envoy_cluster_upstream_rq_time',
    unitSeconds: 0.001,
  },
  inFlight: { metric: 'envoy_cluster_upstream_rq_active' },
};
