export * from './HeatmapPanel';
