export * from './TimeSeriesPanel';
