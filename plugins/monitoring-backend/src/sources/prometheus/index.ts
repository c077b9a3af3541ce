export * from './countsOf';
export * from './DefaultPrometheusClient';
export * from './PrometheusClient';
export * from './QueryExecutionError';
