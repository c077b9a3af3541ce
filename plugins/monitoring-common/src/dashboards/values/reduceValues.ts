import {
  finite,
  highest,
  increase,
  lowest,
  mean,
  median,
  percentile,
  present,
  Sample,
  sum,
  variance,
} from './statistics';

const ALIASES: Record<string, string> = {
  current: 'lastNotNull',
  avg: 'mean',
  total: 'sum',
};
const COUNTS = new Set(['sum', 'total', 'count', 'countAll']);

const REDUCERS: Record<
  string,
  (values: readonly Sample[]) => number | null | undefined
> = {
  lastNotNull: values => finite(values).at(-1),
  last: values => values.at(-1),
  firstNotNull: values => finite(values)[0],
  first: values => values[0],
  min: values => lowest(values),
  max: values => highest(values),
  mean: values => mean(finite(values)),
  median: values => median(present(values)),
  variance: values => variance(present(values)),
  stdDev: values => Math.sqrt(variance(present(values))),
  sum: values => sum(finite(values)),
  count: values => present(values).length,
  countAll: values => values.length,
  range: values => {
    const numbers = finite(values);
    return numbers.length ? highest(numbers)! - lowest(numbers)! : undefined;
  },
  diff: values => {
    const numbers = finite(values);
    return numbers.length
      ? numbers[numbers.length - 1] - numbers[0]
      : undefined;
  },
  diffperc: values => {
    const numbers = finite(values);
    return numbers.length
      ? ((numbers[numbers.length - 1] - numbers[0]) / numbers[0]) * 100
      : 0;
  },
  delta: values => increase(finite(values)),
  step: values => {
    const numbers = finite(values);
    return lowest(
      numbers.slice(1).map((value, index) => value - numbers[index]),
    );
  },
  logmin: values =>
    finite(values)
      .filter(value => value > 0)
      .reduce((least, value) => Math.min(least, value), Number.MAX_VALUE),
  changeCount: values => {
    const numbers = present(values);
    return numbers.filter(
      (value, index) => index > 0 && !Object.is(value, numbers[index - 1]),
    ).length;
  },
  distinctCount: values => new Set(present(values)).size,
};

/**
 * One figure for a whole series, by the id of one of Grafana's calculations.
 *
 * @remarks
 * Nulls are left out; what looks at the last or first value itself (`last`, `first`) may
 * find one and then has no result.
 *
 * @param values - of one series, in the order of time
 * @param calculation - `lastNotNull`, `mean`, `max`, `p95`, …
 * @returns undefined when there is no such value, or the calculation is unknown
 * @public
 */
export function reduceValues(
  values: readonly (number | null)[],
  calculation: string,
): number | undefined {
  const percent = /^p(\d{1,2})$/.exec(calculation);
  if (percent) {
    return percentile(values, Number(percent[1]));
  }
  const reducer = REDUCERS[ALIASES[calculation] ?? calculation];
  if (!reducer || (values.length === 0 && !COUNTS.has(calculation))) {
    return undefined;
  }
  return reducer(values) ?? undefined;
}
