export { denyList, isDenied } from './denyList';
export { grafanaFolderUid } from './grafanaFolderUid';
export { MONTHS } from './months';
export { isCacheShared } from './readCacheConfig';
export { readMonitoringConfig } from './readMonitoringConfig';
export {
  datasourceOf,
  grafanaOf,
  ruleRoute,
  type RuleRoute,
} from './ruleRoute';
export * from './types';
