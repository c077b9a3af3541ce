export { applySteps } from './applySteps';
export { isWriting, type Outcome } from './types';
