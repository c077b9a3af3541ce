import { FieldValue } from '../frames/DataFrame';

/** What one pass over the values of a field tells. */
export interface StandardFigures {
  first: FieldValue;
  last: FieldValue;
  firstNotNull: FieldValue;
  lastNotNull: FieldValue;
  count: number;
  sum: number;
  min: number | null;
  max: number | null;
  /** The least value above zero. */
  logmin: number;
  mean: number | null;
  range: number | null;
  /** The sum of the rises; a fall is a reset, and the rise right after it does not count. */
  delta: number;
  /** The least rise from one value to the next; negative when all fall. */
  step: number | null;
  diff: number | null;
  /** Of the first value, in percent. */
  diffperc: number;
  allIsZero: boolean;
  allIsNull: boolean;
}

/** All values that are there. */
export function present<T extends FieldValue>(
  values: readonly T[],
): Exclude<T, null>[] {
  return values.filter(
    (value): value is Exclude<T, null> => value !== null && value !== undefined,
  );
}

/**
 * @param isNumeric - whether the values are numbers or moments; others can only be counted
 */
export function standardFigures(
  values: readonly FieldValue[],
  isNumeric: boolean,
): StandardFigures {
  // The bounds are Grafana's: an infinity is never below the one or above the other.
  let [min, max, logmin] = [
    Number.MAX_VALUE,
    -Number.MAX_VALUE,
    Number.MAX_VALUE,
  ];
  let [sum, numbers, count, delta, step] = [0, 0, 0, 0, Number.MAX_VALUE];
  let [firstNotNull, lastNotNull]: FieldValue[] = [null, null];
  let isRising = true;
  let allIsZero = true;
  for (const value of values) {
    if (value === null || value === undefined) {
      continue;
    }
    count++;
    if (Number.isNaN(value)) {
      continue;
    }
    if (isNumeric) {
      const number = value as number;
      sum += number;
      numbers++;
      if (firstNotNull !== null) {
        const rise = number - (lastNotNull as number);
        step = Math.min(step, rise);
        if (rise < 0) {
          isRising = false;
        } else {
          delta += isRising ? rise : 0;
          isRising = true;
        }
      }
      max = number > max ? number : max;
      min = number < min ? number : min;
      logmin = number > 0 && number < logmin ? number : logmin;
    }
    firstNotNull = firstNotNull ?? value;
    allIsZero = allIsZero && value === 0;
    lastNotNull = value;
  }
  const [least, most] = [
    min === Number.MAX_VALUE ? null : min,
    max === -Number.MAX_VALUE ? null : max,
  ];
  const diff =
    typeof firstNotNull === 'number' && typeof lastNotNull === 'number'
      ? lastNotNull - firstNotNull
      : null;
  return {
    first: values[0] ?? null,
    last: values[values.length - 1] ?? null,
    firstNotNull,
    lastNotNull,
    count,
    sum,
    min: least,
    max: most,
    logmin,
    mean: numbers ? sum / numbers : null,
    range: least !== null && most !== null ? most - least : null,
    delta,
    step: step === Number.MAX_VALUE ? null : step,
    diff,
    diffperc: diff === null ? 0 : (diff / (firstNotNull as number)) * 100,
    allIsZero: numbers > 0 && allIsZero,
    allIsNull: numbers === 0,
  };
}

export function median(numbers: number[]): number {
  if (numbers.length === 0 || numbers.some(Number.isNaN)) {
    return NaN;
  }
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Of the whole population, one value after the other (Welford). */
export function variance(numbers: number[]): number {
  let average = 0;
  let squares = 0;
  numbers.forEach((value, index) => {
    const before = average;
    average += (value - average) / (index + 1);
    squares += (value - before) * (value - average);
  });
  return numbers.length ? squares / numbers.length : 0;
}

/** How often a value differs from the one before. */
export function changes(values: FieldValue[]): number {
  return values.filter(
    (value, index) => index > 0 && value !== values[index - 1],
  ).length;
}

/** @param share - 0..1 */
export function percentile(
  numbers: number[],
  share: number,
): number | undefined {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.round((sorted.length - 1) * share)];
}
