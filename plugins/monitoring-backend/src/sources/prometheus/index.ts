export * from './DefaultPrometheusClient';
export * from './PrometheusClient';
