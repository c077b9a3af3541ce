export * from './SharedResults';
export * from './SharingPrometheusClient';
