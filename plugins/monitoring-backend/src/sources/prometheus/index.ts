export * from './countsOf';
export * from './DefaultPrometheusClient';
export type { PrometheusMetric } from './parseMetricMetadata';
export * from './PrometheusClient';
export * from './QueryExecutionError';
