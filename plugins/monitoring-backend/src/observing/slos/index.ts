export * from './AuthorizedSloStatusService';
export * from './DefaultSloStatusService';
export * from './SloPoller';
export * from './SloTrends';
export * from './SystemDomains';
