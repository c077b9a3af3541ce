export * from './TimeBar';
