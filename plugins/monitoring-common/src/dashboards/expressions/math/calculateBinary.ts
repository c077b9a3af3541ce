import { Figure } from '../ExpressionValue';
import { BinaryOperator } from './MathNode';

const OPERATIONS: Record<
  BinaryOperator,
  (left: number, right: number) => number | boolean
> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
  '**': power,
  '==': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '&&': (left, right) => left !== 0 && right !== 0,
  '||': (left, right) => left !== 0 || right !== 0,
};

/**
 * One operation on two figures. What holds is 1, what does not is 0; a figure that is not there
 * makes the result one that is not there, and NaN makes it NaN unless the left side decides alone.
 */
export function calculateBinary(
  operator: BinaryOperator,
  left: Figure,
  right: Figure,
): Figure {
  if (left === null || right === null) {
    return null;
  }
  if (operator === '||' && left !== 0) {
    return 1;
  }
  if (operator === '&&' && left === 0) {
    return 0;
  }
  if (Number.isNaN(left) || Number.isNaN(right)) {
    return NaN;
  }
  return Number(OPERATIONS[operator](left, right));
}

/** IEEE 754 and Go say 1 where JavaScript says NaN. */
function power(base: number, exponent: number): number {
  return Math.abs(base) === 1 && Math.abs(exponent) === Infinity
    ? 1
    : base ** exponent;
}
