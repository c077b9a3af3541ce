export * from './BurnRateFigure';
export * from './SloFigure';
export * from './useSloQueries';
