export * from './TablePanel';
