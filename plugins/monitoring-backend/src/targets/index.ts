export * from './alertmanager';
export * from './grafana';
export * from './mimir';
export * from './ruleFiles';
export * from './sharedSlos';
