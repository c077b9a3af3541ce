export * from './SloFigure';
export * from './useSloQueries';
