export * from './HeatmapPanel';
export { bucketSeries, panelHeatmap } from './panelHeatmap';
