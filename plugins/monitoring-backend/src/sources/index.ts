export * from './alertmanager';
export * from './createSources';
export * from './grafana';
export * from './isMoment';
export * from './prometheus';
