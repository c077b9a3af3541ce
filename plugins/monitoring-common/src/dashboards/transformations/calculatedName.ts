import { JsonObject } from '@backstage/types';
import { DataFrame } from '../frames/DataFrame';
import { asText } from '../model/json';
import { calculationName } from '../values/calculationName';
import { operandText, readBinary } from './calculateBinary';
import { calculationOptions } from './calculationOptions';
import { calculationId } from './calculationId';

/** What a calculated field is called: as the author says, else after how it is calculated. */
export function calculatedName(
  options: JsonObject,
  frames: DataFrame[],
): string {
  const alias = asText(options.alias);
  if (alias) {
    return alias;
  }
  /** Grafana fills in only what is there. */
  const given = (way: 'cumulative' | 'window' | 'unary'): JsonObject =>
    options[way] === undefined ? {} : calculationOptions(options, way);
  switch (options.mode ?? 'reduceRow') {
    case 'cumulativeFunctions': {
      const { reducer, field } = given('cumulative');
      return `cumulative ${asText(reducer) ?? ''}${inBrackets(field)}`;
    }
    case 'windowFunctions': {
      const { windowAlignment, reducer, field } = given('window');
      return `${asText(windowAlignment) ?? ''} moving ${
        asText(reducer) ?? ''
      }${inBrackets(field)}`;
    }
    case 'unary': {
      const { operator, fieldName } = given('unary');
      return `${asText(operator) ?? ''}${inBrackets(fieldName)}`;
    }
    case 'binary': {
      const { left, operator, right } = readBinary(options.binary, frames);
      const [before, after] = [operandText(left), operandText(right)];
      return before && after && !/\$/.test(before + after)
        ? `${before} ${operator} ${after}`
        : '';
    }
    case 'reduceRow': {
      const reducer =
        asText(calculationOptions(options, 'reduce').reducer) ?? '';
      const id = calculationId(reducer);
      return id ? calculationName(id) : 'math';
    }
    default:
      return 'math';
  }
}

function inBrackets(name: unknown): string {
  const text = asText(name);
  return text ? `(${text})` : '';
}
