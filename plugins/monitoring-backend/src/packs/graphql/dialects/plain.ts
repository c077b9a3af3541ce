import { GraphqlDialect } from '../GraphqlDialect';

/** One counter with the outcome in `status`, as hand-made metrics have it. */
export const plain: GraphqlDialect = {
  id: 'plain',
  title: 'graphql_requests_total',
  metricsFrom:
    'hand-made metrics with the labels status (success, error) and operation',
  count: 'graphql_requests_total',
  tells: 'status!=""',
  failed: { metric: 'graphql_requests_total', matchers: 'status="error"' },
  operation: { label: 'operation', title: 'operation' },
  duration: {
    kind: 'histogram',
    metric: 'graphql_request_duration_seconds',
    unitSeconds: 1,
    otherwise: 'nothing',
    label: 'operation',
  },
};
