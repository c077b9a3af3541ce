export { callerKey, EntityAccess } from './access';
export * from './ObservingService';
export * from './types';
