export * from './ExploreApi';
export * from './MonitoringApi';
export * from './MonitoringClient';
export * from './ProvisioningApi';
