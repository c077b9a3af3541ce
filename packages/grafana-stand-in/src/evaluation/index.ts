export * from './AlertEvaluator';
export * from './AlertStates';
export * from './Transitions';
export * from './types';
