export * from './evaluateExpressions';
export * from './ExpressionError';
export type {
  ExpressionValue,
  NumberValue,
  SeriesValue,
} from './ExpressionValue';
export { isExpressionKnown } from './Expression';
