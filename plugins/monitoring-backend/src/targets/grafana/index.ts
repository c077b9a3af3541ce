export { contactPointContent, contactPointUid } from './contactPointContent';
export { hashDashboard } from './dashboardContent';
export { DEFAULT_DATASOURCE } from './defaultDatasource';
export { GrafanaTarget } from './GrafanaTarget';
export type { RuleGroupContent } from './GrafanaRuleGroups';
export { hashRuleGroup } from './hashRuleGroup';
