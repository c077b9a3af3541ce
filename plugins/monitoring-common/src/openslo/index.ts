export * from './SloDefinition';
