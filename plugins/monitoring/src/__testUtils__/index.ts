export * from './builders';
export * from './FakeMonitoringApi';
export * from './provisioning';
export * from './sloStory';
export * from './story';
export * from './renderScreen';
export * from './dashboards';
export * from './FakePlot';
