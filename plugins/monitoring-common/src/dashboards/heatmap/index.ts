export * from './calculateHeatmap';
export * from './Heatmap';
export { isFilled } from './heatmapParts';
export * from './heatmapTable';
export * from './prepareHeatmap';
export * from './readHeatmapCalculation';
export * from './transformToHeatmap';
