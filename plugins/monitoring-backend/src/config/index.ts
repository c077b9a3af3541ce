export { grafanaFolderUid } from './grafanaFolderUid';
export { MONTHS } from './months';
export { readMonitoringConfig } from './readMonitoringConfig';
export {
  datasourceOf,
  grafanaOf,
  ruleRoute,
  type RuleRoute,
} from './ruleRoute';
export * from './types';
