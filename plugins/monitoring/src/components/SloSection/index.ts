export * from './SloSection';
