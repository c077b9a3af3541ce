export * from './SloRow';
