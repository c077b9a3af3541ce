import { JsonObject } from '@backstage/types';
import { FieldValue, frameLength } from '../frames/DataFrame';
import { compileFieldMatcher } from '../frames/fieldMatches';
import { asText } from '../model/json';
import { reduceField } from '../values/reduceField';
import { calculationId } from './calculationId';
import type { ValuesCreator } from './calculateField';

/** Calculations in which a missing value counts as zero, unless the author leaves them out. */
const OF_SORTED = /^(median|p\d+)$/;

/** Calculations that are about how many values there are. */
const OF_NO_VALUES = new Set([
  'count',
  'countAll',
  'distinctCount',
  'allValues',
  'uniqueValues',
]);

/**
 * Row by row: one figure of several fields.
 *
 * @returns undefined for an unknown calculation
 */
export function calculateReduceRow(
  options: JsonObject,
): ValuesCreator | undefined {
  const calculation = calculationId(asText(options.reducer) ?? '');
  if (!calculation) {
    return undefined;
  }
  const names = options.include;
  const matches = compileFieldMatcher(
    Array.isArray(names) && names.length > 0
      ? { id: 'byNames', options: { names } }
      : { id: 'numeric' },
  );
  const prepare = rowPreparation(options.nullValueMode, calculation);
  return (frame, frames) => {
    const columns = frame.fields
      .filter(field => matches(field, frame, frames))
      .map(({ values }) => values);
    return Array.from({ length: frameLength(frame) }, (_, row): FieldValue => {
      const values = columns.map(column => column[row]);
      if (calculation === 'count' && options.nullValueMode !== 'connected') {
        return values.length;
      }
      if (values.length === 0 && !OF_NO_VALUES.has(calculation)) {
        // Of no fields there is what there is of one without a value.
        return (
          reduceField({ type: 'number', values: [null] }, calculation) ?? null
        );
      }
      const reduced = reduceField(
        { type: 'number', values: prepare(values) },
        calculation,
      );
      return reduced ?? (values.length === 0 ? ofNothing(calculation) : null);
    });
  };
}

function rowPreparation(
  nullValueMode: unknown,
  calculation: string,
): (values: FieldValue[]) => FieldValue[] {
  const asZero =
    nullValueMode === 'null as zero' ||
    (nullValueMode !== 'connected' && OF_SORTED.test(calculation));
  return values => values.map(value => value ?? (asZero ? 0 : null));
}

function ofNothing(calculation: string): FieldValue {
  return calculation.endsWith('Values') ? [] : 0;
}
