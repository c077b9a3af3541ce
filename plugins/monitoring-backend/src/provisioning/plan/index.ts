export { createObjectPlanner } from './createObjectPlanner';
export { possibleDecisions } from './decisions';
export { answerTo } from './describeBrake';
export { describeStep } from './describeStep';
export { findDifferences } from './findDifferences';
export { plan } from './plan';
export { staleDecisions } from './staleDecisions';
export * from './types';
