export * from './DefaultTargetService';
export * from './TargetService';
