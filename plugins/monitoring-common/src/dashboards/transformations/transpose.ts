import {
  DataField,
  DataFrame,
  FieldValue,
  frameLength,
} from '../frames/DataFrame';
import { fieldDisplayName } from '../frames/fieldDisplayName';
import { asText } from '../model/json';
import { newField, specialValue } from './newField';
import { Transform } from './Transform';

/** More columns are none that anybody reads. */
const MOST_COLUMNS = 1_000;

/** Makes rows of columns, and columns of rows. */
export const transpose: Transform = (frames, options) =>
  frames.map(frame => {
    const [first] = frame.fields;
    const hasHeadings = first?.type === 'string' || first?.type === 'time';
    const fields = hasHeadings ? frame.fields.slice(1) : frame.fields;
    const types = new Set(fields.map(({ type }) => type));
    const [onlyType = 'string'] = types;
    const type = types.size === 1 ? onlyType : 'string';
    const asCell = (value: FieldValue): FieldValue =>
      type === 'string' ? asString(value, options.emptyValue) : value;
    const restName = asText(options.restFieldsName) ?? 'Value';
    const length = Math.min(frameLength(frame), MOST_COLUMNS);
    return {
      ...frame,
      refId: `transpose-${frame.refId ?? ''}`,
      fields: [
        newField(
          asText(options.firstFieldName) ?? 'Field',
          'string',
          fields.map(field => fieldDisplayName(field, frame, frames)),
        ),
        ...Array.from({ length }, (_, row) => ({
          ...newField(
            restName,
            type,
            fields.map(field => asCell(field.values[row])),
          ),
          labels: labelOf(frame, first, hasHeadings, row, options.emptyValue),
        })),
      ],
    };
  });

function labelOf(
  _: DataFrame,
  first: DataField,
  hasHeadings: boolean,
  row: number,
  emptyValue: unknown,
): Record<string, string> {
  return hasHeadings
    ? { [first.name]: String(asString(first.values[row], emptyValue)) }
    : { row: String(row + 1) };
}

function asString(value: FieldValue, emptyValue: unknown): FieldValue {
  if (value === null || value === undefined) {
    return specialValue(emptyValue);
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
