export * from './dashboards';
export * from './panels';
export * from './PrometheusInstance';
export { SharingPrometheusClient } from './sharing';
export * from './slos';
