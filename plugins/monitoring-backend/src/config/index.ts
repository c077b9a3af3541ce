export { readMonitoringConfig } from './readMonitoringConfig';
export * from './types';
