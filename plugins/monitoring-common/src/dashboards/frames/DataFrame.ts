import { FieldConfig } from '../types';

/** What the values of a field are. @public */
export type FieldType =
  | 'time'
  | 'number'
  | 'string'
  | 'boolean'
  | 'frame'
  | 'nestedFrames'
  | 'other';

/**
 * A value of a field: moments are Unix milliseconds, `null` is a place without a value, a frame is
 * a small graph within a cell, several are the tables below a row (`nestedFrames`); a list is what
 * "all values" makes of a field.
 *
 * @public
 */
export type FieldValue =
  | number
  | string
  | boolean
  | null
  | DataFrame
  | readonly FieldValue[];

/**
 * A column of a frame.
 *
 * @public
 */
export interface DataField {
  /** As the source names it: `Time`, `Value`, a metric, a label. */
  name: string;
  type: FieldType;
  /** Of the series, when the field is one. */
  labels?: Record<string, string>;
  /** What the source says; after {@link applyFieldConfig}, what the panel makes of it. */
  config: FieldConfig;
  /** One for each row. */
  values: FieldValue[];
  /** Set by {@link applyFieldConfig}. */
  state?: FieldState;
  /**
   * What a transformation called it while there were more fields: overrides and later
   * transformations still find it by that name.
   */
  knownAs?: { name: string; amongMany: boolean };
}

/**
 * What is known of a field only beside the others of its panel.
 *
 * @public
 */
export interface FieldState {
  /** What people read, unique where Grafana makes it so. */
  displayName: string;
  /** Its place among all fields that are no times; picks the colour of the palette. */
  seriesIndex: number;
  /** What scales, bars and thresholds in percent are measured by; absent for texts and times. */
  range?: { min: number; max: number };
}

/**
 * Rows and columns, as Grafana's data sources answer and its transformations pass on.
 *
 * @public
 */
export interface DataFrame {
  /** Of the query; absent when several queries made the frame. */
  refId?: string;
  name?: string;
  /** All have the same number of values. */
  fields: DataField[];
  meta?: FrameMeta;
  /** Of a small graph within a cell: the figure that it is sorted by and stands beside it. */
  value?: number | null;
}

/** @public */
export interface FrameMeta {
  /** What the rows are. */
  type?:
    | 'timeseries-multi'
    | 'timeseries-wide'
    | 'timeseries-long'
    | 'numeric-multi'
    | 'heatmap-rows'
    | 'heatmap-cells'
    | 'histogram'
    | 'table';
  resultType?: 'matrix' | 'vector' | 'scalar' | 'string' | 'number';
  /** As sent to the source. */
  expression?: string;
  /** Between two values, in seconds. */
  stepSeconds?: number;
  /** Of a table within a table: whether it has no headings. */
  noHeader?: boolean;
}

/** How many rows a frame has. @public */
export function frameLength(frame: DataFrame): number {
  return frame.fields[0]?.values.length ?? 0;
}

/** The same columns with only these rows, in this order. */
export function withRows(frame: DataFrame, rows: number[]): DataFrame {
  return {
    ...frame,
    fields: frame.fields.map(field => ({
      ...field,
      values: rows.map(row => field.values[row]),
    })),
  };
}
