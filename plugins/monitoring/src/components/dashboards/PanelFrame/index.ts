export * from './PanelFrame';
export type { PanelLink } from './PanelLinks';
