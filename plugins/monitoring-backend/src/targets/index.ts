export * from './alertmanager';
export * from './grafana';
export * from './ruleFiles';
