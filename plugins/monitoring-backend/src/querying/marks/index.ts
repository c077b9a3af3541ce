export * from './DefaultMarkService';
export * from './MarkService';
