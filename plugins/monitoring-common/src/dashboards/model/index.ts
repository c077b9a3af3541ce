export { dashboardPanels, parseDashboard } from './parseDashboard';
export * from './readGraphStyle';
export * from './readPanelOptions';
export * from './resolveFieldConfig';
export * from './readGaugeOptions';
export * from './readHeatmapOptions';
export * from './readTableOptions';
export * from './readPieChartOptions';
export * from './readListOptions';
