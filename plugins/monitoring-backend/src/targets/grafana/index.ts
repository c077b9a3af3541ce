export { grafanaFolderUid, GrafanaTarget } from './GrafanaTarget';
export type { RuleGroupContent } from './GrafanaRuleGroups';
