export * from './heatmapCells';
export * from './heatmapColors';
