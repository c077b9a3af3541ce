export { chooseDialect, type DialectChoice } from './chooseDialect';
export { dialectOf } from './dialectOf';
export { dialectProbes } from './dialectProbes';
export {
  durationExpressions,
  type DialectDuration,
  type DurationKind,
} from './durationExpressions';
export { errorRatioExpression } from './errorRatioExpression';
export { foundDuration } from './foundDuration';
export * from './http';
export { type MetricDialect } from './MetricDialect';
