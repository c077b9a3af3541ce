export { dashboardPanels, parseDashboard } from './parseDashboard';
export * from './readGraphStyle';
export * from './readPanelOptions';
export * from './resolveFieldConfig';
