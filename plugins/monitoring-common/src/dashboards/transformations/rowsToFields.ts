import { DataField, DataFrame } from '../frames/DataFrame';
import { fieldDisplayName } from '../frames/fieldDisplayName';
import {
  ConfigMapping,
  configMappings,
  configOfRow,
} from './fieldConfigMapping';
import { newField } from './newField';
import { Transform } from './Transform';

/** More columns are none that anybody reads. */
const MOST_FIELDS = 1_000;

/** Makes a field of each row: one column names it, one has its value, others configure it. */
export const rowsToFields: Transform = (frames, options) =>
  frames.map(frame => {
    const mappings = configMappings(frame, options.mappings, true);
    const names = mappings.findLast(({ key }) => key === 'field.name')?.field;
    const values = mappings.findLast(({ key }) => key === 'field.value')?.field;
    if (!names || !values) {
      return frame;
    }
    return {
      refId: `rowsToFields-${frame.refId}`,
      fields: names.values.slice(0, MOST_FIELDS).map((name, row) => ({
        ...newField(
          String(name),
          values.type,
          [values.values[row]],
          configOfRow(mappings, ({ field }) => field.values[row]),
        ),
        labels: labelsOf(frame, names, mappings, row),
      })),
    };
  });

function labelsOf(
  frame: DataFrame,
  names: DataField,
  mappings: ConfigMapping[],
  row: number,
): Record<string, string> {
  const found = mappings.flatMap(({ field, key }): [string, string][] => {
    const value = field.values[row];
    return key === 'field.label' && value !== null && value !== undefined
      ? [[fieldDisplayName(field, frame), String(value)]]
      : [];
  });
  return { ...names.labels, ...Object.fromEntries(found) };
}
