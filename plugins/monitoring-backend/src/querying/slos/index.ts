export * from './DefaultSloHistoryService';
export * from './SloDefinitionService';
export * from './SloHistoryService';
