export * from './HistogramPanel';
