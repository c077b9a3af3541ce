export * from './ChartSkeleton';
export * from './linePath';
export * from './placeLabels';
export * from './plot';
export * from './TimeChart';
