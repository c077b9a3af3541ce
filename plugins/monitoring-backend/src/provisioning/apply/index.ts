export * from './applySteps';
