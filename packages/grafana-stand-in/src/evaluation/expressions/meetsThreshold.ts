import { ExpressionError } from './ExpressionError';

const EVALUATORS: Record<
  string,
  (value: number, first: number, second: number) => boolean
> = {
  gt: (value, limit) => value > limit,
  lt: (value, limit) => value < limit,
  gte: (value, limit) => value >= limit,
  lte: (value, limit) => value <= limit,
  eq: (value, limit) => value === limit,
  ne: (value, limit) => value !== limit,
  within_range: (value, from, to) => value > from && value < to,
  outside_range: (value, from, to) => value < from || value > to,
  within_range_included: (value, from, to) => value >= from && value <= to,
  outside_range_included: (value, from, to) => value <= from || value >= to,
};

/**
 * Whether a number meets the condition of a threshold expression. NaN meets none but `ne`.
 *
 * @throws {@link ExpressionError} for a kind of condition that is not known
 */
export function meetsThreshold(
  value: number,
  evaluator: { type: string; params: number[] },
): boolean {
  const meets = EVALUATORS[evaluator.type];
  if (!meets) {
    throw new ExpressionError(
      `expected threshold function to be one of [${Object.keys(EVALUATORS).join(
        ', ',
      )}], got ${evaluator.type}`,
    );
  }
  const [first, second] = evaluator.params;
  return meets(value, first, second);
}
