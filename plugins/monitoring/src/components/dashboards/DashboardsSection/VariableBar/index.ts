export * from './VariableBar';
