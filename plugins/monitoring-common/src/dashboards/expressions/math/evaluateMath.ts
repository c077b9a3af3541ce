import { Effort } from '../Effort';
import {
  ExpressionValue,
  Figure,
  mapFigures,
  NumberValue,
  SeriesValue,
  sizeOf,
} from '../ExpressionValue';
import { calculateBinary } from './calculateBinary';
import { BinaryOperator, MathNode, UnaryOperator } from './MathNode';
import { MATH_FUNCTIONS } from './mathFunctions';
import { Pair, pairByLabels } from './pairByLabels';

/**
 * Calculates a formula.
 *
 * @param inputs - answers of what the formula refers to
 * @throws `ExpressionError` when it is too much
 */
export function evaluateMath(
  node: MathNode,
  inputs: ReadonlyMap<string, ExpressionValue[]>,
  effort: Effort,
): ExpressionValue[] {
  const evaluate = (part: MathNode) => evaluateMath(part, inputs, effort);
  const each = (
    values: ExpressionValue[],
    change: (figure: Figure) => Figure,
  ) => {
    effort.spend(values.reduce((sum, value) => sum + sizeOf(value), 0));
    return values.map(value => mapFigures(value, change));
  };
  switch (node.type) {
    case 'constant':
      return [{ kind: 'scalar', value: node.value }];
    case 'reference':
      return inputs.get(node.refId) ?? [];
    case 'unary':
      return each(evaluate(node.argument), figure =>
        calculateUnary(node.operator, figure),
      );
    case 'call': {
      const definition = MATH_FUNCTIONS.get(node.name)!;
      return definition.arguments === 0
        ? [{ kind: 'scalar', value: definition.value }]
        : each(evaluate(node.arguments[0]), definition.of);
    }
    default: {
      const left = evaluate(node.left);
      const pairs = pairByLabels(left, evaluate(node.right), effort);
      return pairs.map(pair => {
        effort.spend(sizeOf(pair.left) + sizeOf(pair.right));
        return calculatePair(node.operator, pair);
      });
    }
  }
}

function calculateUnary(operator: UnaryOperator, figure: Figure): Figure {
  if (figure === null || Number.isNaN(figure)) {
    return figure;
  }
  return operator === '-' ? -figure : Number(figure === 0);
}

function calculatePair(
  operator: BinaryOperator,
  { labels, left, right }: Pair,
): ExpressionValue {
  if (left.kind === 'noData' || right.kind === 'noData') {
    return { kind: 'noData' };
  }
  if (left.kind === 'series') {
    return right.kind === 'series'
      ? calculateSeries(operator, labels, left, right)
      : withFigures(left, labels, figure =>
          calculateBinary(operator, figure, right.value),
        );
  }
  if (right.kind === 'series') {
    return withFigures(right, labels, figure =>
      calculateBinary(operator, left.value, figure),
    );
  }
  const value = calculateBinary(operator, left.value, right.value);
  return left.kind === 'scalar' && right.kind === 'scalar'
    ? { kind: 'scalar', value }
    : ({ kind: 'number', labels, value } satisfies NumberValue);
}

function withFigures(
  series: SeriesValue,
  labels: Record<string, string>,
  change: (figure: Figure) => Figure,
): SeriesValue {
  return { ...series, labels, values: series.values.map(change) };
}

/** Only times that both have. */
function calculateSeries(
  operator: BinaryOperator,
  labels: Record<string, string>,
  left: SeriesValue,
  right: SeriesValue,
): SeriesValue {
  const others = new Map(
    right.times.map((time, index) => [time, right.values[index]]),
  );
  const kept = left.times.flatMap((time, index) =>
    others.has(time) ? [index] : [],
  );
  return {
    kind: 'series',
    labels,
    times: kept.map(index => left.times[index]),
    values: kept.map(index =>
      calculateBinary(
        operator,
        left.values[index],
        others.get(left.times[index]) ?? null,
      ),
    ),
  };
}
