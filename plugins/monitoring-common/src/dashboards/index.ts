export * from './heatmap';
export * from './intervals';
export * from './model';
export * from './tables';
export * from './types';
export * from './units';
export * from './values';
export * from './variables';
