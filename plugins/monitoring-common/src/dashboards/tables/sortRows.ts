import { JsonObject } from '@backstage/types';
import { asObjects, asText } from '../model/json';
import {
  fieldName,
  frameLength,
  TableFrame,
  TableValue,
  withRows,
} from './TableFrame';

/** `sortBy`: orders the rows of each frame by one column. */
export function sortRows(
  frames: TableFrame[],
  options: JsonObject,
): TableFrame[] {
  const [{ field, desc } = {}] = asObjects(options.sort);
  const column = asText(field);
  return column
    ? frames.map(frame => sortFrame(frame, column, desc === true))
    : frames;
}

/**
 * The rows of a table in the order of one column; rows without a value come last, and rows with
 * the same stay as they are.
 *
 * @param column - its heading; an unknown one changes nothing
 * @public
 */
export function sortFrame(
  frame: TableFrame,
  column: string,
  descending: boolean,
): TableFrame {
  const values = frame.fields.find(one => fieldName(one) === column)?.values;
  if (!values) {
    return frame;
  }
  const sign = descending ? -1 : 1;
  const rows = Array.from({ length: frameLength(frame) }, (_, row) => row);
  rows.sort((a, b) => {
    const [one, other] = [values[a], values[b]];
    const isMissing = Number(isNothing(one)) - Number(isNothing(other));
    return isMissing || sign * compare(one, other);
  });
  return withRows(frame, rows);
}

function isNothing(value: TableValue): boolean {
  return value === null || Number.isNaN(value);
}

function compare(one: TableValue, other: TableValue): number {
  if (isNothing(one) || isNothing(other)) {
    return 0;
  }
  if (typeof one === 'number' && typeof other === 'number') {
    return one === other ? 0 : Math.sign(one - other) || 0;
  }
  return String(one).localeCompare(String(other), 'en', { numeric: true });
}
