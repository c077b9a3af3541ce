export * from './scopeMatchers';
