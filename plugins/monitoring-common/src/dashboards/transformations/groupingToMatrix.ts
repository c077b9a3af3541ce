import { DataField, DataFrame, FieldValue } from '../frames/DataFrame';
import { compileFieldMatcher } from '../frames/fieldMatches';
import { asText } from '../model/json';
import { ABSENT, newField, specialValue } from './newField';
import { Transform } from './Transform';

/** More columns are none that anybody reads. */
const MOST_COLUMNS = 1_000;

/** One table with a row for each value of a field, and a column for each value of another. */
export const groupingToMatrix: Transform = (frames, options) => {
  const columnName = asText(options.columnField) ?? 'Time';
  const rowName = asText(options.rowField) ?? 'Time';
  const [frame] = frames;
  if (frames.length !== 1) {
    return frames;
  }
  const columnKey = findField(frame, columnName);
  const rowKey = findField(frame, rowName);
  const cells = findField(frame, asText(options.valueField) ?? 'Value');
  if (!columnKey || !rowKey || !cells) {
    return frames;
  }
  const empty: FieldValue =
    cells.type === 'frame' ? ABSENT : specialValue(options.emptyValue);
  const rows = [...new Set(rowKey.values)];
  const columns = [...new Set(columnKey.values)].slice(0, MOST_COLUMNS);
  const found = new Map<string, Map<string, FieldValue>>();
  cells.values.forEach((value, index) => {
    const column = String(columnKey.values[index]);
    const known = found.get(column) ?? new Map<string, FieldValue>();
    found.set(column, known.set(String(rowKey.values[index]), value));
  });
  const { displayName: _, ...config } = cells.config;
  // A source's name for the values would hide the number that the column is called by.
  const isNumbered = columns.findIndex(name => typeof name === 'number');
  return [
    {
      fields: [
        newField(`${rowName}\\${columnName}`, rowKey.type, rows, rowKey.config),
        ...columns.map((column, index) =>
          newField(
            column === null || column === undefined ? '' : String(column),
            cells.type,
            rows.map(
              row => found.get(String(column))?.get(String(row)) ?? empty,
            ),
            isNumbered >= 0 && index >= isNumbered
              ? { ...config, displayNameFromSource: undefined }
              : config,
          ),
        ),
      ],
    },
  ];
};

function findField(frame: DataFrame, name: string): DataField | undefined {
  const matches = compileFieldMatcher({ id: 'byName', options: name });
  return frame.fields.find(field => matches(field, frame, [frame]));
}
