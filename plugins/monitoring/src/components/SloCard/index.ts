export * from './SloCard';
export * from './SloCardSkeleton';
export * from './SloNote';
export * from './SloNotes';
export * from './SloNotification';
export * from './sloFigures';
export * from './sloNoun';
export * from './useSloWords';
