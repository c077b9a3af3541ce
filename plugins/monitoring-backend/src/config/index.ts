export { grafanaFolderUid } from './grafanaFolderUid';
export { readMonitoringConfig } from './readMonitoringConfig';
export {
  datasourceOf,
  grafanaOf,
  ruleRoute,
  type RuleRoute,
} from './ruleRoute';
export * from './types';
