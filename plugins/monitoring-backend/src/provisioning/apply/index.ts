export { applySteps } from './applySteps';
export { isWriting, phaseOf, type Outcome } from './types';
