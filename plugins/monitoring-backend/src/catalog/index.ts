export * from './DefaultMonitoringCatalog';
export * from './types';
