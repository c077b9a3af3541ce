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

const PREFIX = 'label_values(';
/** Characters of a query that people still write; dashboards come from outside. */
const LONGEST_QUERY = 2_000;
const LABEL = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * A variable's query of the form `label_values(series, label)`.
 *
 * @returns undefined for every other form, also for `label_values(label)`, which is about
 * everything that there is, and for one of more than 2,000 characters
 * @public
 */
export function parseLabelValuesQuery(
  query: string,
): LabelValuesQuery | undefined {
  const text = query.length > LONGEST_QUERY ? '' : query.trim();
  const comma = text.lastIndexOf(',');
  if (!text.startsWith(PREFIX) || !text.endsWith(')') || comma < 0) {
    return undefined;
  }
  const series = text.slice(PREFIX.length, comma).trim();
  const label = text.slice(comma + 1, -1).trim();
  return series && LABEL.test(label) ? { series, label } : undefined;
}
