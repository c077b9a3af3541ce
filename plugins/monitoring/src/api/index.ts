export * from './MonitoringApi';
export * from './MonitoringClient';
