export * from './MonitoringPage';
