import { JsonObject } from '@backstage/types';
import { asText } from '../model/json';
import { chosenField } from './chosenField';
import { asOperand } from './newField';
import type { ValuesCreator } from './calculateField';

/**
 * Row by row: the sum of a field, or its mean, up to there.
 *
 * @returns undefined for other calculations
 */
export function calculateCumulative(
  options: JsonObject,
): ValuesCreator | undefined {
  const reducer = asText(options.reducer);
  if (reducer !== 'sum' && reducer !== 'mean') {
    return undefined;
  }
  const find = chosenField(options.field);
  return (frame, frames) => {
    let total = 0;
    return find(frame, frames)?.values.map((value, row) => {
      total += value === null || value === undefined ? 0 : asOperand(value);
      return reducer === 'sum' ? total : total / (row + 1);
    });
  };
}
