export * from './barGaugePanel';
export * from './gaugePanel';
export * from './heatmapPanel';
export * from './statPanel';
export * from './tablePanel';
export * from './timeSeriesPanel';
export * from './types';
