export { describeSupport } from './describeSupport';
export type { PanelSupport, SupportReason } from './PanelSupport';
