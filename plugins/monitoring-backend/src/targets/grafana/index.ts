export { contactPointContent, contactPointUid } from './contactPointContent';
export { hashDashboard } from './dashboards/dashboardContent';
export { DEFAULT_DATASOURCE } from './defaultDatasource';
export type { FolderContent } from './GrafanaFolders';
export { GrafanaTarget } from './GrafanaTarget';
export { hashRuleGroup } from './hashRuleGroup';
export {
  alertGroupName,
  sloGroupName,
  type RuleGroupContent,
} from './ruleGroups';
export {
  hashMuteTiming,
  muteTimingName,
  type MuteTimingContent,
} from './muteTimings';
