export * from './SharedResults';
export * from './SingleFlight';
export * from './SharingPrometheusClient';
