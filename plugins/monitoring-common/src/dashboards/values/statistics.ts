/** A value of a series; null where it has none. */
export type Sample = number | null;

/** All values that are there. */
export function present(values: readonly Sample[]): number[] {
  return values.filter((value): value is number => value !== null);
}

/** All values that are numbers. */
export function finite(values: readonly Sample[]): number[] {
  return present(values).filter(value => !Number.isNaN(value));
}

export function sum(numbers: number[]): number {
  return numbers.reduce((total, value) => total + value, 0);
}

export function lowest(values: readonly Sample[]): number | undefined {
  const numbers = finite(values);
  return numbers.length
    ? numbers.reduce((least, value) => Math.min(least, value))
    : undefined;
}

export function highest(values: readonly Sample[]): number | undefined {
  const numbers = finite(values);
  return numbers.length
    ? numbers.reduce((most, value) => Math.max(most, value))
    : undefined;
}

export function mean(numbers: number[]): number | undefined {
  return numbers.length ? sum(numbers) / numbers.length : undefined;
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

/** The sum of the rises; a fall is a reset, and the rise right after it does not count. */
export function increase(numbers: number[]): number {
  let total = 0;
  let wasReset = false;
  for (let index = 1; index < numbers.length; index++) {
    const rise = numbers[index] - numbers[index - 1];
    if (rise < 0) {
      wasReset = true;
    } else {
      total += wasReset ? 0 : rise;
      wasReset = false;
    }
  }
  return total;
}

export function percentile(
  values: readonly Sample[],
  percent: number,
): number | undefined {
  const sorted = present(values).sort((a, b) => a - b);
  return sorted[Math.round(((sorted.length - 1) * percent) / 100)];
}
