export * from './DashboardView';
export type { DashboardViewProps } from './DashboardViewProps';
export { fillLink, variablesQuery } from './fillLink';
export { grafanaLink } from './grafanaLinks';
export type { QueryPanels } from './usePanelQueries';
