import { GraphqlDialect } from '../GraphqlDialect';

/** The exporter for Apollo Server. */
export const apollo: GraphqlDialect = {
  id: 'apollo',
  title: 'Apollo Server',
  metricsFrom: 'Apollo Server 4.13 with its Prometheus exporter 3.0',
  count: 'apollo_query_started',
  failed: { metric: 'apollo_query_failed' },
  operation: {
    label: 'operation',
    title: 'type of operation',
    count: 'apollo_query_duration_count',
  },
  duration: {
    kind: 'histogram',
    metric: 'apollo_query_duration',
    unitSeconds: 1,
    label: 'operation',
  },
  note: 'What does not parse or validate has no type.',
};
