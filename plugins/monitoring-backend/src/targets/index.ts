export * from './grafana';
export * from './ruleFiles';
