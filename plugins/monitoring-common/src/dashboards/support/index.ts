export { describeIgnored } from './describeIgnored';
export type { IgnoredPart } from './describeIgnored';
export { describeSupport } from './describeSupport';
export type { PanelSupport, SupportReason } from './PanelSupport';
