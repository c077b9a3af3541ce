export * from './AuthorizedSloStatusService';
export * from './DefaultSloStatusService';
export * from './SloPoller';
