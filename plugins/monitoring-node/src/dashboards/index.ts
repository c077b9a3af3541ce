export * from './buildPackDashboard';
export {
  statPanel,
  timeSeriesPanel,
  type PanelOptions,
  type PanelQuery,
  type PanelThresholds,
} from './panels';
