export * from './DashboardView';
export { grafanaLink } from './grafanaLinks';
export type { QueryPanels } from './usePanelQueries';
