export {
  checkFreeExpression,
  type FreeExpressionOptions,
} from './checkFreeExpression';
export { compileLabelMatchers } from './compileLabelMatchers';
export { enforceMatchers } from './enforceMatchers';
export { formatLabelMatchers } from './formatLabelMatchers';
export { isSelector } from './isSelector';
export {
  parseLabelMatchers,
  type ParsedLabelMatchers,
} from './parseLabelMatchers';
export { PromqlError } from './PromqlError';
export { quoteString } from './quoteString';
export { type PointwiseExpression, readPointwise } from './readPointwise';
export { sameOutsideStrings } from './sameOutsideStrings';
export { sharedMatchers } from './sharedMatchers';
export { shareExpression } from './shareExpression';
export { validatePromql } from './validatePromql';
