export { chooseDialect, type DialectChoice } from './chooseDialect';
export { dialectOf } from './dialectOf';
export { dialectProbes } from './dialectProbes';
export {
  durationExpressions,
  type DialectDuration,
  type DurationKind,
} from './durationExpressions';
export { errorRatio } from './errorRatio';
export { foundDuration } from './foundDuration';
export * from './http';
export { type MetricDialect } from './MetricDialect';
