/**
 * A query for the values of a label.
 *
 * @public
 */
export interface LabelValuesQuery {
  /** Of the series whose labels are looked at; PromQL with variables. */
  series: string;
  label: string;
}

const LABEL_VALUES =
  /^\s*label_values\(\s*([^]+?)\s*,\s*([A-Za-z_][A-Za-z0-9_]*)\s*\)\s*$/;

/**
 * A variable's query of the form `label_values(series, label)`.
 *
 * @returns undefined for every other form, also for `label_values(label)`, which is about
 * everything that there is
 * @public
 */
export function parseLabelValuesQuery(
  query: string,
): LabelValuesQuery | undefined {
  const [, series, label] = LABEL_VALUES.exec(query) ?? [];
  return series && label ? { series, label } : undefined;
}
