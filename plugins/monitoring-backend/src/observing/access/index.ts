export * from './callerKey';
export * from './EntityAccess';
