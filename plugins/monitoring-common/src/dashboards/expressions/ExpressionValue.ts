/** A number; `null` is a value that is not there, which is something else than NaN. */
export type Figure = number | null;

/**
 * Values over time.
 *
 * @public
 */
export interface SeriesValue {
  kind: 'series';
  labels: Record<string, string>;
  /** Unix milliseconds, ascending. */
  times: number[];
  /** One for each time. */
  values: (number | null)[];
}

/**
 * One number that has labels.
 *
 * @public
 */
export interface NumberValue {
  kind: 'number';
  labels: Record<string, string>;
  value: number | null;
}

/**
 * What expressions calculate with, as Grafana's do: `scalar` is a constant, `noData` the answer of a
 * query that found nothing.
 *
 * @public
 */
export type ExpressionValue =
  | SeriesValue
  | NumberValue
  | { kind: 'scalar'; value: number | null }
  | { kind: 'noData' };

/** Labels of a value; constants have none. */
export function labelsOf(value: ExpressionValue): Record<string, string> {
  return value.kind === 'series' || value.kind === 'number' ? value.labels : {};
}

/** The same value with every figure of it replaced. */
export function mapFigures(
  value: ExpressionValue,
  change: (figure: Figure) => Figure,
): ExpressionValue {
  switch (value.kind) {
    case 'series':
      return { ...value, values: value.values.map(change) };
    case 'noData':
      return value;
    default:
      return { ...value, value: change(value.value) };
  }
}

/** How many figures a value has. */
export function sizeOf(value: ExpressionValue): number {
  return value.kind === 'series' ? value.values.length : 1;
}
