export { contactPointContent, contactPointUid } from './contactPointContent';
export { hashDashboard } from './dashboards/dashboardContent';
export { DEFAULT_DATASOURCE } from './defaultDatasource';
export type { FolderContent } from './GrafanaFolders';
export { GrafanaTarget } from './GrafanaTarget';
export { alertGroupName, type RuleGroupContent } from './GrafanaRuleGroups';
export { hashRuleGroup } from './hashRuleGroup';
export {
  hashMuteTiming,
  muteTimingName,
  type MuteTimingContent,
} from './muteTimings';
