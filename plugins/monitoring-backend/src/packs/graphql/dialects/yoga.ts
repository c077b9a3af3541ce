import { GraphqlDialect } from '../GraphqlDialect';

/** The prometheus plugins of envelop and Yoga. */
export const yoga: GraphqlDialect = {
  id: 'yoga',
  title: 'GraphQL Yoga and envelop',
  metricsFrom: 'graphql-yoga 5.24 with @envelop/prometheus 14.2',
  count: 'graphql_envelop_request',
  tells: 'operationName!=""',
  failed: {
    metric: 'graphql_envelop_error_result',
    // What does not parse or validate never becomes a request.
    uncounted: 'phase=~"parse|validate"',
    reason: 'phase',
  },
  operation: { label: 'operationName', title: 'operation' },
  duration: {
    kind: 'histogram',
    metric: 'graphql_envelop_request_duration',
    unitSeconds: 1,
    label: 'operationName',
  },
  note: 'Each distinct text that does not parse counts once, however often it is sent; an operation with two failing fields counts as two failures.',
};
