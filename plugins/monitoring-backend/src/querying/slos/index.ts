export * from './DefaultSloHistoryService';
export * from './SloHistoryService';
