export * from './builders';
export * from './FakeMonitoringApi';
export * from './story';
