export * from './DefaultVariableService';
export * from './VariableService';
