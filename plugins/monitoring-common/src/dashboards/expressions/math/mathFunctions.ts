import { Figure } from '../ExpressionValue';

/** A function of formulas; one without arguments is a constant. */
export type MathFunction =
  | { arguments: 0; value: Figure }
  | { arguments: 1; of: (figure: Figure) => Figure };

/** What is made of numbers alone: a value that is not there becomes NaN. */
function ofNumbers(calculate: (value: number) => number): MathFunction {
  return {
    arguments: 1,
    of: figure => (figure === null ? NaN : calculate(figure)),
  };
}

/** What is asked of any value, also one that is not there. */
function test(holds: (figure: Figure) => boolean): MathFunction {
  return { arguments: 1, of: figure => (holds(figure) ? 1 : 0) };
}

/** Halves go away from zero, as in Go. */
function round(value: number): number {
  const rounded = Math.round(Math.abs(value));
  return value < 0 ? -rounded : rounded;
}

/** All functions that Grafana's formulas know. */
export const MATH_FUNCTIONS: ReadonlyMap<string, MathFunction> = new Map<
  string,
  MathFunction
>([
  ['abs', ofNumbers(Math.abs)],
  ['log', ofNumbers(Math.log)],
  ['round', ofNumbers(round)],
  ['ceil', ofNumbers(Math.ceil)],
  ['floor', ofNumbers(Math.floor)],
  ['is_nan', ofNumbers(value => (Number.isNaN(value) ? 1 : 0))],
  ['is_inf', ofNumbers(value => (Math.abs(value) === Infinity ? 1 : 0))],
  ['is_null', test(figure => figure === null)],
  ['is_number', test(figure => Number.isFinite(figure))],
  ['nan', { arguments: 0, value: NaN }],
  ['inf', { arguments: 0, value: Infinity }],
  ['infn', { arguments: 0, value: -Infinity }],
  ['null', { arguments: 0, value: null }],
]);
