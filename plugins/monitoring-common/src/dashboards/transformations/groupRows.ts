import {
  DataField,
  DataFrame,
  FieldValue,
  frameLength,
} from '../frames/DataFrame';

/** The rows of a frame that are equal in some of its fields. */
export interface RowGroups {
  /** In the order in which groups appear. */
  groups: number[][];
  /** The values of all fields of a name in the rows of a group, row by row. */
  valuesOf(name: string, rows: number[]): FieldValue[];
}

/** @param nameOf - fields that it calls the same are one */
export function groupRows(
  frame: DataFrame,
  by: DataField[],
  nameOf: (field: DataField) => string,
): RowGroups {
  const groups = new Map<string, number[]>();
  for (let row = 0; row < frameLength(frame); row++) {
    const key = by.map(({ values }) => String(values[row] ?? '')).join(',');
    const rows = groups.get(key);
    if (rows) {
      rows.push(row);
    } else {
      groups.set(key, [row]);
    }
  }
  const byName = new Map<string, DataField[]>();
  for (const field of frame.fields) {
    byName.set(nameOf(field), [...(byName.get(nameOf(field)) ?? []), field]);
  }
  return {
    groups: [...groups.values()],
    valuesOf: (name, rows) => {
      const fields = byName.get(name) ?? [];
      return fields.length === 1
        ? rows.map(row => fields[0].values[row])
        : rows.flatMap(row => fields.map(({ values }) => values[row]));
    },
  };
}
