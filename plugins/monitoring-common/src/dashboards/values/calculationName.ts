const NAMES: Record<string, string> = {
  lastNotNull: 'Last *',
  current: 'Last *',
  last: 'Last',
  firstNotNull: 'First *',
  first: 'First',
  min: 'Min',
  max: 'Max',
  mean: 'Mean',
  avg: 'Mean',
  median: 'Median',
  variance: 'Variance',
  stdDev: 'StdDev',
  sum: 'Total',
  total: 'Total',
  count: 'Count',
  countAll: 'Count all',
  range: 'Range',
  delta: 'Delta',
  step: 'Step',
  diff: 'Difference',
  diffperc: 'Difference percent',
  logmin: 'Min (above zero)',
  changeCount: 'Change Count',
  allIsZero: 'All Zeros',
  allIsNull: 'All Nulls',
  allValues: 'All values',
  uniqueValues: 'All unique values',
  distinctCount: 'Distinct Count',
};

/**
 * Grafana's name of a calculation: `Last *`, `Mean`, `95th %`.
 *
 * @public
 */
export function calculationName(calculation: string): string {
  const percent = /^p([1-9]\d?)$/.exec(calculation)?.[1];
  if (percent) {
    return `${percent}${ordinal(Number(percent))} %`;
  }
  return Object.hasOwn(NAMES, calculation) ? NAMES[calculation] : calculation;
}

function ordinal(value: number): string {
  if (value >= 11 && value <= 13) {
    return 'th';
  }
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}
