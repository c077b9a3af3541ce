import { ExpressionError } from './ExpressionError';

/** What a number is compared with. */
export interface Comparison {
  type: string;
  params: number[];
}

type Test = (value: number, first: number, second: number) => boolean;

const WITH_ONE: Record<string, Test> = {
  gt: (value, bound) => value > bound,
  lt: (value, bound) => value < bound,
  eq: (value, bound) => value === bound,
  ne: (value, bound) => value !== bound,
  gte: (value, bound) => value >= bound,
  lte: (value, bound) => value <= bound,
};

const WITH_TWO: Record<string, Test> = {
  within_range: (value, low, high) => value > low && value < high,
  outside_range: (value, low, high) => value < low || value > high,
  within_range_included: (value, low, high) => value >= low && value <= high,
  outside_range_included: (value, low, high) => value <= low || value >= high,
};

/** The bounds of classic conditions stand in either order. */
const CLASSIC_WITH_TWO: Record<string, Test> = {
  ...WITH_TWO,
  within_range: (value, a, b) =>
    value > Math.min(a, b) && value < Math.max(a, b),
  outside_range: (value, a, b) =>
    value < Math.min(a, b) || value > Math.max(a, b),
  within_range_included: (value, a, b) =>
    value >= Math.min(a, b) && value <= Math.max(a, b),
  outside_range_included: (value, a, b) =>
    value <= Math.min(a, b) || value >= Math.max(a, b),
};

/**
 * A test of Grafana's thresholds: `gt`, `within_range`, …
 *
 * @throws `ExpressionError` when it is not known or lacks its bounds
 */
export function thresholdTest(
  comparison: Comparison,
): (value: number) => boolean {
  return testOf(comparison, WITH_TWO);
}

/**
 * The same of classic conditions.
 *
 * @throws `ExpressionError` as {@link thresholdTest}
 */
export function classicTest(
  comparison: Comparison,
): (value: number) => boolean {
  return testOf(comparison, CLASSIC_WITH_TWO);
}

function testOf(
  { type, params }: Comparison,
  withTwo: Record<string, Test>,
): (value: number) => boolean {
  const one = Object.hasOwn(WITH_ONE, type) ? WITH_ONE[type] : undefined;
  const two = Object.hasOwn(withTwo, type) ? withTwo[type] : undefined;
  const test = one ?? two;
  if (!test) {
    throw new ExpressionError(
      `'${type}' compares nothing; known are ${Object.keys({
        ...WITH_ONE,
        ...withTwo,
      }).join(', ')}`,
    );
  }
  const [first, second] = params;
  if (first === undefined || (two && second === undefined)) {
    throw new ExpressionError(
      `'${type}' takes ${two ? 'two bounds' : 'a bound'}`,
    );
  }
  return value => test(value, first, second);
}
