import { ExpressionError } from './ExpressionError';
import { joinSamples } from './joinSamples';
import { MathNode, parseMath } from './parseMath';
import { Sample } from './Sample';

const truth = (value: boolean) => (value ? 1 : 0);

const FUNCTIONS: Record<string, (value: number) => number> = {
  abs: Math.abs,
  ceil: Math.ceil,
  floor: Math.floor,
  log: Math.log,
  round: value => Math.sign(value) * Math.round(Math.abs(value)),
  is_inf: value => truth(Math.abs(value) === Infinity),
  is_nan: value => truth(Number.isNaN(value)),
  is_null: () => 0,
  is_number: value => truth(Number.isFinite(value)),
};

const OPERATORS: Record<string, (left: number, right: number) => number> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
  '**': (left, right) => left ** right,
  '==': (left, right) => truth(left === right),
  '!=': (left, right) => truth(left !== right),
  '<': (left, right) => truth(left < right),
  '<=': (left, right) => truth(left <= right),
  '>': (left, right) => truth(left > right),
  '>=': (left, right) => truth(left >= right),
  '&&': (left, right) => truth(left !== 0 && right !== 0),
  '||': (left, right) => truth(left !== 0 || right !== 0),
};

/**
 * One operator on two numbers. Every comparison with NaN is NaN, which an alert takes for true;
 * only `&&` and `||` may be decided by their left side alone.
 */
function operate(operator: string, left: number, right: number): number {
  if (operator === '||' && left !== 0 && !Number.isNaN(left)) {
    return 1;
  }
  if (operator === '&&' && left === 0) {
    return 0;
  }
  return Number.isNaN(left) || Number.isNaN(right)
    ? NaN
    : OPERATORS[operator](left, right);
}

function each(samples: Sample[], change: (value: number) => number): Sample[] {
  return samples.map(({ labels, value }) => ({ labels, value: change(value) }));
}

function evaluate(node: MathNode, variable: (refId: string) => Sample[]) {
  const walk = (inner: MathNode): Sample[] => {
    switch (inner.kind) {
      case 'number':
        return [{ labels: {}, value: inner.value }];
      case 'variable':
        return variable(inner.refId);
      case 'unary':
        return each(walk(inner.operand), value => {
          if (inner.operator === '-') {
            return -value;
          }
          return Number.isNaN(value) ? NaN : truth(value === 0);
        });
      case 'call': {
        const apply = FUNCTIONS[inner.name];
        if (!apply) {
          throw new ExpressionError(`non existing function ${inner.name}`);
        }
        return each(walk(inner.operand), apply);
      }
      default:
        return joinSamples(walk(inner.left), walk(inner.right)).map(
          ({ labels, left, right }) => ({
            labels,
            value: operate(inner.operator, left, right),
          }),
        );
    }
  };
  return walk(node);
}

/**
 * The numbers of a math expression. Nothing in, nothing out: an operand without samples makes the
 * whole expression one without data.
 *
 * @param variable - the numbers of another query or expression
 * @throws {@link ExpressionError} when the expression cannot be read
 */
export function evaluateMath(
  expression: string,
  variable: (refId: string) => Sample[],
): Sample[] {
  return evaluate(parseMath(expression), variable);
}
