export { chooseDialect, type DialectChoice } from './chooseDialect';
export { dialectOf } from './dialectOf';
export {
  durationExpressions,
  type DialectDuration,
  type DurationKind,
} from './durationExpressions';
export { errorRatio } from './errorRatio';
export * from './http';
export { type MetricDialect } from './MetricDialect';
