export * from './StatusHistoryPanel';
