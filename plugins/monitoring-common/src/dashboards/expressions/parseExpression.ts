import { JsonObject } from '@backstage/types';
import { parseGrafanaInterval } from '../intervals/parseGrafanaInterval';
import { asNumber, asObject, asObjects, asText } from '../model/json';
import { ClassicCondition, isClassicReducer } from './classicConditions';
import { classicTest, Comparison, thresholdTest } from './Comparison';
import { Expression } from './Expression';
import { ExpressionError } from './ExpressionError';
import { parseMath, referencesOfMath } from './math/parseMath';
import { REDUCERS } from './reduceFigures';
import { NonNumbers } from './reduceValue';
import { DOWNSAMPLERS, UPSAMPLERS } from './resampleSeries';

/**
 * Reads an expression of a panel (`__expr__`).
 *
 * @param json - as the dashboard has it, variables filled in
 * @throws `ExpressionError` that says what is missing or not known
 */
export function parseExpression(json: JsonObject): Expression {
  switch (json.type) {
    case 'math':
      return {
        type: 'math',
        formula: parseMath(asText(json.expression) ?? ''),
      };
    case 'reduce':
      return {
        type: 'reduce',
        input: inputOf(json),
        reducer: oneOf(
          'the reducer',
          REDUCERS,
          asText(json.reducer)?.toLowerCase(),
        ),
        nonNumbers: parseNonNumbers(asObject(json.settings)),
      };
    case 'resample':
      return {
        type: 'resample',
        input: inputOf(json),
        resampling: {
          window: windowOf(json),
          downsampler: oneOf(
            'the downsampler',
            DOWNSAMPLERS,
            asText(json.downsampler),
          ),
          upsampler: oneOf('the upsampler', UPSAMPLERS, asText(json.upsampler)),
        },
      };
    case 'threshold': {
      const [condition, ...more] = asObjects(json.conditions);
      if (!condition || more.length > 0) {
        throw new ExpressionError('a threshold takes exactly one condition');
      }
      const comparison = parseComparison(condition.evaluator);
      thresholdTest(comparison);
      return { type: 'threshold', input: inputOf(json), comparison };
    }
    case 'classic_conditions':
      return {
        type: 'classic_conditions',
        conditions: asObjects(json.conditions).map(parseCondition),
      };
    case 'sql':
      throw new ExpressionError('expressions in SQL are not calculated here');
    default:
      throw new ExpressionError(
        `expressions of the type '${String(json.type).slice(
          0,
          50,
        )}' are not known`,
      );
  }
}

/** The queries and expressions that an expression calculates with, each once. */
export function inputsOf(expression: Expression): string[] {
  switch (expression.type) {
    case 'math':
      return referencesOfMath(expression.formula);
    case 'classic_conditions':
      return [...new Set(expression.conditions.map(({ refId }) => refId))];
    default:
      return [expression.input];
  }
}

function inputOf(json: JsonObject): string {
  const input = asText(json.expression)?.replace(/^\$/, '');
  if (!input) {
    throw new ExpressionError('it does not say what it is about');
  }
  return input;
}

function oneOf<T extends string>(
  what: string,
  known: readonly T[],
  given: string | undefined,
): T {
  const found = known.find(one => one === given);
  if (!found) {
    throw new ExpressionError(
      `${what} is '${(given ?? '').slice(0, 50)}'; known are ${known.join(
        ', ',
      )}`,
    );
  }
  return found;
}

function windowOf(json: JsonObject): number {
  const text = asText(json.window) ?? '';
  const window = parseGrafanaInterval(text);
  if (!window) {
    throw new ExpressionError(
      `the window is '${text.slice(0, 50)}'; expected a duration such as 10m`,
    );
  }
  return window;
}

function parseNonNumbers(settings: JsonObject): NonNumbers {
  switch (settings.mode) {
    case undefined:
    case null:
    case '':
      return { mode: 'keep' };
    case 'dropNN':
      return { mode: 'drop' };
    case 'replaceNN': {
      const value = asNumber(settings.replaceWithValue);
      if (value === undefined) {
        throw new ExpressionError(
          'it does not say by which number others are replaced',
        );
      }
      return { mode: 'replace', value };
    }
    default:
      throw new ExpressionError(
        `its mode is '${String(settings.mode).slice(
          0,
          50,
        )}'; known are dropNN, replaceNN`,
      );
  }
}

function parseComparison(json: unknown): Comparison {
  const { type, params } = asObject(json);
  return {
    type: asText(type) ?? '',
    params: Array.isArray(params)
      ? params.filter((one): one is number => typeof one === 'number')
      : [],
  };
}

function parseCondition(json: JsonObject, index: number): ClassicCondition {
  const place = `condition ${index + 1}`;
  const { params } = asObject(json.query);
  const refId = Array.isArray(params) ? asText(params[0]) : undefined;
  if (!refId) {
    throw new ExpressionError(`${place} does not say which query it is about`);
  }
  const reducer = asText(asObject(json.reducer).type) ?? '';
  if (!isClassicReducer(reducer)) {
    throw new ExpressionError(
      `${place} has the reducer '${reducer.slice(0, 50)}', which is not known`,
    );
  }
  const evaluator = parseComparison(json.evaluator);
  if (evaluator.type !== 'no_value') {
    classicTest(evaluator);
  }
  const operator = asText(asObject(json.operator).type);
  return {
    refId,
    reducer,
    evaluator,
    operator:
      index === 0 && !operator
        ? 'and'
        : oneOf(
            `the operator of ${place}`,
            ['and', 'or', 'logic-or'] as const,
            operator,
          ),
  };
}
