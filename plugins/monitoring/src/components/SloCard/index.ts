export * from './SloCard';
export * from './SloCardSkeleton';
export * from './SloNote';
export * from './sloFigures';
export * from './useSloWords';
