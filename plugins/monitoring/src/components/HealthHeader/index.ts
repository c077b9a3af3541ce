export * from './HealthHeader';
export * from './HealthHeaderSkeleton';
