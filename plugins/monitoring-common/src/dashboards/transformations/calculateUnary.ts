import { JsonObject } from '@backstage/types';
import { fieldDisplayName } from '../frames/fieldDisplayName';
import { asText } from '../model/json';
import { asOperand } from './newField';
import type { ValuesCreator } from './calculateField';

const OPERATORS = new Map<string, (value: number, total: number) => number>([
  ['abs', Math.abs],
  ['exp', Math.exp],
  ['ln', Math.log],
  ['round', Math.round],
  ['floor', Math.floor],
  ['ceil', Math.ceil],
  ['percent', (value, total) => value / (total || 1)],
]);

/** Row by row: a function of one field. */
export function calculateUnary({
  operator,
  fieldName,
}: JsonObject): ValuesCreator {
  const calculate = OPERATORS.get(asText(operator) ?? '');
  return (frame, frames) => {
    const field = frame.fields.findLast(
      one =>
        one.type === 'number' &&
        fieldDisplayName(one, frame, frames) === fieldName,
    );
    if (!field?.values.length || !calculate) {
      return undefined;
    }
    const numbers = field.values.map(asOperand);
    const total =
      operator === 'percent'
        ? numbers.reduce(
            (sum, value, row) =>
              field.values[row] !== null && Number.isFinite(value)
                ? sum + value
                : sum,
            0,
          )
        : 0;
    return numbers.map(value => calculate(value, total));
  };
}
