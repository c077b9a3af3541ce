export * from './EnvironmentContext';
export * from './EnvironmentSelect';
export * from './useEnvironment';
