export * from './ObservingService';
export * from './types';
