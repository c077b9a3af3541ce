export { enforceMatchers } from './enforceMatchers';
export { formatLabelMatchers } from './formatLabelMatchers';
export { parseLabelMatchers } from './parseLabelMatchers';
export { PromqlError } from './PromqlError';
export { quoteString } from './quoteString';
export { validatePromql } from './validatePromql';
