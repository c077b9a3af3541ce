/** @public */
export type TableValue = number | string | null;

/**
 * A column.
 *
 * @public
 */
export interface TableField {
  /** As the answer has it: `Time`, a label's name, `Value`, `Value #B`. */
  name: string;
  /** What transformations call it, and the heading; absent: `name`. */
  displayName?: string;
  type: 'time' | 'number' | 'string';
  /** Of the series, when the column is one. */
  labels?: Record<string, string>;
  /** Of the query; absent when several queries made the column. */
  refId?: string;
  /** One for each row. */
  values: TableValue[];
}

/**
 * Rows and columns.
 *
 * @public
 */
export interface TableFrame {
  refId?: string;
  fields: TableField[];
}

/**
 * What people and transformations call a column.
 *
 * @public
 */
export function fieldName(field: TableField): string {
  return field.displayName ?? field.name;
}

/** How many rows a frame has. */
export function frameLength(frame: TableFrame): number {
  return frame.fields[0]?.values.length ?? 0;
}

/** The same columns with only these rows, in this order. */
export function withRows(frame: TableFrame, rows: number[]): TableFrame {
  return {
    ...frame,
    fields: frame.fields.map(field => ({
      ...field,
      values: rows.map(row => field.values[row]),
    })),
  };
}
