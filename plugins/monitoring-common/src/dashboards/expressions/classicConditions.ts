import { classicTest, Comparison } from './Comparison';
import { ExpressionError } from './ExpressionError';
import { ExpressionValue, Figure, NumberValue } from './ExpressionValue';
import { medianOf } from './reduceFigures';

/** One line of a classic condition. */
export interface ClassicCondition {
  /** Of the query that it is about. */
  refId: string;
  reducer: ClassicReducer;
  /** `no_value`, or one of the comparisons. */
  evaluator: Comparison;
  /** How it goes with the lines before it. */
  operator: 'and' | 'or' | 'logic-or';
}

type Calculation = (numbers: number[], all: Figure[]) => Figure;

/** Values that are not there or no numbers are left out. */
const REDUCERS = {
  avg: numbers => sum(numbers) / numbers.length,
  sum,
  min: numbers => numbers.reduce((a, b) => Math.min(a, b), Number.MAX_VALUE),
  max: numbers => numbers.reduce((a, b) => Math.max(a, b), -Number.MAX_VALUE),
  count: (_, all) => all.length,
  last: numbers => numbers[numbers.length - 1],
  median: medianOf,
  diff: difference((newest, oldest) => newest - oldest),
  diff_abs: difference((newest, oldest) => Math.abs(newest - oldest)),
  percent_diff: difference(
    (newest, oldest) => ((newest - oldest) / Math.abs(oldest)) * 100,
  ),
  percent_diff_abs: difference((newest, oldest) =>
    Math.abs(((newest - oldest) / oldest) * 100),
  ),
  count_non_null: numbers => numbers.length,
} satisfies Record<string, Calculation>;

/** How classic conditions make one number of a series. */
export type ClassicReducer = keyof typeof REDUCERS;

/** Whether classic conditions know a reducer. */
export function isClassicReducer(name: string): name is ClassicReducer {
  return Object.hasOwn(REDUCERS, name);
}

/**
 * Whether conditions hold: 1 or 0, and no value when there is no data. They are put together from
 * left to right, without precedence.
 *
 * @throws `ExpressionError` when a condition cannot be tested
 */
export function evaluateClassic(
  conditions: ClassicCondition[],
  inputs: ReadonlyMap<string, ExpressionValue[]>,
): NumberValue {
  let holds = false;
  let isEmpty = false;
  for (const [index, condition] of conditions.entries()) {
    if (holds && condition.operator === 'logic-or') {
      break;
    }
    const one = evaluateOne(condition, inputs.get(condition.refId) ?? []);
    const isFirst = index === 0;
    const isAnd = condition.operator === 'and';
    const join = (before: boolean, now: boolean) =>
      isAnd ? before && now : before || now;
    holds = isFirst ? one.holds : join(holds, one.holds);
    isEmpty = isFirst ? one.isEmpty : join(isEmpty, one.isEmpty);
  }
  return {
    kind: 'number',
    labels: {},
    value: isEmpty ? null : Number(holds),
  };
}

function evaluateOne(
  { reducer, evaluator }: ClassicCondition,
  values: ExpressionValue[],
): { holds: boolean; isEmpty: boolean } {
  const asksForNothing = evaluator.type === 'no_value';
  if (values.length === 0 && asksForNothing) {
    return { holds: true, isEmpty: false };
  }
  const test = asksForNothing ? undefined : classicTest(evaluator);
  const figures = values.map(value => figureOf(value, reducer));
  const holds = figures.map(figure =>
    test ? figure !== null && test(figure) : figure === null,
  );
  return {
    holds: holds.includes(true),
    isEmpty: figures.every((figure, index) => figure === null && !holds[index]),
  };
}

function figureOf(value: ExpressionValue, reducer: ClassicReducer): Figure {
  switch (value.kind) {
    case 'series':
      return reduce(reducer, value.values);
    case 'number':
      return value.value;
    case 'noData':
      return null;
    default:
      throw new ExpressionError('a condition cannot be about a constant');
  }
}

function reduce(reducer: ClassicReducer, figures: Figure[]): Figure {
  const numbers = figures.filter(
    (figure): figure is number => figure !== null && !Number.isNaN(figure),
  );
  const isEmpty =
    reducer === 'count' ? figures.length === 0 : numbers.length === 0;
  return isEmpty ? null : (REDUCERS[reducer] as Calculation)(numbers, figures);
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, value) => total + value, 0);
}

/** Between the newest and the oldest value; 0 when the only place with a value is the first one. */
function difference(
  calculate: (newest: number, oldest: number) => number,
): Calculation {
  return (numbers, all) => {
    const newest = numbers[numbers.length - 1];
    return all.lastIndexOf(newest) >= 1 ? calculate(newest, numbers[0]) : 0;
  };
}
