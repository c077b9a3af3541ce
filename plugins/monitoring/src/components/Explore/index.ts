export * from './EntityExplore';
