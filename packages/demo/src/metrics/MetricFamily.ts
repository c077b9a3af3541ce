/** Name and labels of one sample. */
export interface SeriesName {
  name: string;
  labels: Record<string, string>;
}

/**
 * All series of one metric. Its samples keep their order, so that they can be written, saved and
 * read back by position.
 */
export interface MetricFamily {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly series: readonly SeriesName[];
  /** The values as a scrape sees them, in the order of `series`. */
  read(): number[];
  /** Everything that `restore` needs, fractions included. */
  save(): number[];
  restore(state: number[]): void;
}
