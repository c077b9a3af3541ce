import { JsonObject } from '@backstage/types';
import { DataFrame } from '../frames/DataFrame';
import { asObject, asText } from '../model/json';
import { calculationName } from '../values/calculationName';
import { operandText, readBinary } from './calculateBinary';
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
  switch (options.mode ?? 'reduceRow') {
    case 'cumulativeFunctions': {
      const { reducer, field } = asObject(options.cumulative);
      return `cumulative ${asText(reducer) ?? ''}${inBrackets(field)}`;
    }
    case 'windowFunctions': {
      const { windowAlignment, reducer, field } = asObject(options.window);
      return `${asText(windowAlignment) ?? ''} moving ${
        asText(reducer) ?? ''
      }${inBrackets(field)}`;
    }
    case 'unary': {
      const { operator, fieldName } = asObject(options.unary);
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
      const reducer = asText(asObject(options.reduce).reducer) ?? 'sum';
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
