export { createObjectPlanner } from './createObjectPlanner';
export { possibleDecisions } from './decisions';
export { describeBrake } from './describeBrake';
export { describeStep } from './describeStep';
export { findDifferences } from './findDifferences';
export { plan } from './plan';
export { planObject } from './planObject';
export { staleDecisions } from './staleDecisions';
export * from './types';
