import { FieldConfig } from '../types';

/**
 * A bucket: a row of a heatmap.
 *
 * @public
 */
export interface HeatmapRow {
  /** On the axis: values, or places when the axis is ordinal. */
  from: number;
  to: number;
  /** What people read: `100 ms – 250 ms`. */
  text: string;
  /** How many in each column; null where nothing is known. */
  counts: (number | null)[];
}

/** The vertical axis of a heatmap. @public */
export interface HeatmapAxis {
  /** Ordinal: all rows are equally high, and have names. */
  scale: 'ordinal' | 'linear' | 'log';
  /** Base of a logarithmic scale. */
  base: 2 | 10;
  min: number;
  max: number;
  /** What is written where; absent: round values, by `config`. */
  ticks?: { at: number; text: string }[];
  /** How values of the axis are written. */
  config: FieldConfig;
}

/**
 * Rows over time, ready to be drawn.
 *
 * @public
 */
export interface Heatmap {
  /** Unix milliseconds, ascending. */
  columns: { from: number; to: number }[];
  /** From the lowest bucket to the highest. */
  rows: HeatmapRow[];
  axis: HeatmapAxis;
  /** What the counts are called: `Value`, `Count`. */
  countName: string;
  /** How counts are written. */
  countConfig: FieldConfig;
  /** What the first and the last colour stand for; absent when no cell is filled. */
  colors?: { min: number; max: number };
}
