import { GraphqlDialect } from '../GraphqlDialect';

/** Spring for GraphQL; buckets only with `percentiles-histogram`. */
export const springGraphql: GraphqlDialect = {
  id: 'spring-graphql',
  title: 'Spring for GraphQL',
  metricsFrom: 'Spring for GraphQL of Spring Boot 3.5 with Micrometer 1.15',
  count: 'graphql_request_seconds_count',
  tells: 'graphql_outcome!=""',
  failed: {
    metric: 'graphql_request_seconds_count',
    matchers: 'graphql_outcome!="SUCCESS"',
    reason: 'graphql_outcome',
  },
  operation: { label: 'graphql_operation', title: 'type of operation' },
  duration: {
    kind: 'histogram',
    metric: 'graphql_request_seconds',
    unitSeconds: 1,
    otherwise: 'mean',
    label: 'graphql_operation',
  },
};
