export * from './EntityMonitoringContent';
