export * from './chooseEnvironment';
export * from './environmentOfDashboard';
export * from './DefaultMonitoringCatalog';
export { type MonitoringResolver } from './EnvironmentResolver';
export * from './scopeMatchers';
export * from './types';
