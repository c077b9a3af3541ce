import { GraphqlDialect } from '../GraphqlDialect';

/** Hasura's own metrics. */
export const hasura: GraphqlDialect = {
  id: 'hasura',
  title: 'Hasura',
  metricsFrom: 'Hasura 2, by its documentation',
  count: 'hasura_graphql_requests_total',
  tells: 'response_status!=""',
  failed: {
    metric: 'hasura_graphql_requests_total',
    matchers: 'response_status="failed"',
  },
  operation: { label: 'operation_name', title: 'operation' },
  duration: {
    kind: 'histogram',
    metric: 'hasura_graphql_execution_time_seconds',
    unitSeconds: 1,
    label: 'operation_type',
  },
};
