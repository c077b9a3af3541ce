export * from './DefaultMonitoringCatalog';
export * from './scopeMatchers';
export * from './types';
