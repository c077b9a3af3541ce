import { JsonObject } from '@backstage/types';
import { evaluateClassic } from './classicConditions';
import { thresholdTest } from './Comparison';
import { Effort } from './Effort';
import { Expression } from './Expression';
import { ExpressionError } from './ExpressionError';
import { ExpressionValue, mapFigures, sizeOf } from './ExpressionValue';
import { evaluateMath } from './math/evaluateMath';
import { inputsOf, parseExpression } from './parseExpression';
import { reduceValue } from './reduceValue';
import { resampleSeries } from './resampleSeries';

/**
 * What became of a query or an expression.
 *
 * @public
 */
export type ExpressionOutcome =
  | { values: ExpressionValue[] }
  /** For people. */
  | { error: string };

/** More are no panel that a person made. */
const MOST_EXPRESSIONS = 100;

/**
 * Calculates the expressions of a panel from the answers of its queries, in the order in which they
 * need each other. One that cannot be calculated leaves the others.
 *
 * @param expressions - by reference, as the dashboard has them, variables filled in
 * @param answers - of the panel's queries, by reference
 * @param range - of the panel, in Unix milliseconds
 * @returns what became of each expression, by reference
 * @public
 */
export function evaluateExpressions(
  expressions: ReadonlyMap<string, JsonObject>,
  answers: ReadonlyMap<string, ExpressionOutcome>,
  range: { from: number; to: number },
): Map<string, ExpressionOutcome> {
  const outcomes = new Map<string, ExpressionOutcome>();
  const effort = Effort.create();
  const parsed = new Map<string, Expression>();
  for (const [index, [refId, json]] of [...expressions].entries()) {
    outcomes.set(
      refId,
      outcomeOf(() => {
        if (index >= MOST_EXPRESSIONS) {
          throw new ExpressionError(
            `a panel has at most ${MOST_EXPRESSIONS} expressions`,
          );
        }
        parsed.set(refId, parseExpression(json));
        return [];
      }),
    );
  }

  const collect = (expression: Expression, inputs: string[]) =>
    new Map(
      inputs.map(input => {
        const outcome = outcomes.get(input) ?? answers.get(input);
        if (!outcome) {
          throw new ExpressionError(
            `it needs '${input}', which the panel does not have`,
          );
        }
        if ('error' in outcome) {
          throw new ExpressionError(
            `it needs '${input}', which could not be read`,
          );
        }
        checkInput(expression, input, expressions.get(input));
        return [input, outcome.values] as const;
      }),
    );

  /** @param way - expressions that wait for this one */
  const evaluate = (refId: string, way: string[]): void => {
    const expression = parsed.get(refId);
    if (!expression) {
      return;
    }
    const inputs = inputsOf(expression);
    const circle = inputs.find(input => input === refId || way.includes(input));
    const outcome = outcomeOf(() => {
      if (circle !== undefined) {
        throw new ExpressionError(circleText([...way, refId], circle));
      }
      inputs.forEach(input => evaluate(input, [...way, refId]));
      return run(expression, collect(expression, inputs), { range, effort });
    });
    // Done: nobody calculates it again.
    parsed.delete(refId);
    outcomes.set(refId, outcome);
  };

  [...expressions.keys()].forEach(refId => evaluate(refId, []));
  return outcomes;
}

function outcomeOf(calculate: () => ExpressionValue[]): ExpressionOutcome {
  try {
    return { values: calculate() };
  } catch (error) {
    if (error instanceof ExpressionError) {
      return { error: error.message };
    }
    throw error;
  }
}

function circleText(way: string[], circle: string): string {
  const around = [...way.slice(way.indexOf(circle)), circle];
  return around.length === 2
    ? 'it needs itself'
    : `expressions need each other in a circle: ${around.join(' → ')}`;
}

/** Classic conditions are about queries alone, and nothing is about them. */
function checkInput(
  expression: Expression,
  input: string,
  needed: JsonObject | undefined,
): void {
  if (needed && expression.type === 'classic_conditions') {
    throw new ExpressionError(
      `a classic condition can only be about queries, and '${input}' is an expression`,
    );
  }
  if (needed?.type === 'classic_conditions') {
    throw new ExpressionError(
      `'${input}' is a classic condition, with which nothing is calculated`,
    );
  }
}

function run(
  expression: Expression,
  inputs: Map<string, ExpressionValue[]>,
  { range, effort }: { range: { from: number; to: number }; effort: Effort },
): ExpressionValue[] {
  const values = [...inputs.values()].flat();
  effort.spend(values.reduce((sum, value) => sum + sizeOf(value), 0));
  switch (expression.type) {
    case 'math':
      return evaluateMath(expression.formula, inputs, effort);
    case 'reduce':
      return values.flatMap(value => {
        const { reducer, nonNumbers } = expression;
        return reduceValue(value, reducer, nonNumbers) ?? [];
      });
    case 'resample':
      return values.map(value => {
        if (value.kind === 'noData') {
          return value;
        }
        if (value.kind !== 'series') {
          throw new ExpressionError('only series can be resampled');
        }
        return resampleSeries(value, expression.resampling, range);
      });
    case 'threshold': {
      const test = thresholdTest(expression.comparison);
      return values.map(value =>
        mapFigures(value, figure =>
          figure === null ? null : Number(test(figure)),
        ),
      );
    }
    default:
      return [evaluateClassic(expression.conditions, inputs)];
  }
}
