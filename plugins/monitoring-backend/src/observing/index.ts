export { EntityAccess } from './access';
export * from './ObservingService';
export * from './types';
