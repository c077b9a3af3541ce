export * from './StatPanel';
