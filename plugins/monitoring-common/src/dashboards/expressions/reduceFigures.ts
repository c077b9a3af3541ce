import { Figure } from './ExpressionValue';

/** How many values become one. */
export const REDUCERS = [
  'sum',
  'mean',
  'min',
  'max',
  'count',
  'last',
  'median',
] as const;

export type Reducer = (typeof REDUCERS)[number];

/** One of them makes sums, means, bounds and medians NaN. */
function isNoNumber(figure: Figure): boolean {
  return figure === null || Number.isNaN(figure);
}

/**
 * One figure of many, as Grafana's expressions reduce a series: strictly, so that a value that is
 * not there or no number makes the result NaN.
 */
export function reduceFigures(reducer: Reducer, figures: Figure[]): Figure {
  switch (reducer) {
    case 'count':
      return figures.length;
    case 'last':
      return figures.length > 0 ? figures[figures.length - 1] : NaN;
    default:
      return figures.some(isNoNumber)
        ? NaN
        : reduceNumbers(reducer, figures as number[]);
  }
}

function reduceNumbers(
  reducer: Exclude<Reducer, 'count' | 'last'>,
  numbers: number[],
): number {
  const sum = () => numbers.reduce((total, value) => total + value, 0);
  if (reducer === 'sum') {
    return sum();
  }
  if (numbers.length === 0) {
    return NaN;
  }
  switch (reducer) {
    case 'mean':
      return sum() / numbers.length;
    case 'min':
      return numbers.reduce((least, value) => Math.min(least, value));
    case 'max':
      return numbers.reduce((most, value) => Math.max(most, value));
    default:
      return medianOf(numbers);
  }
}

/** Of at least one number. */
export function medianOf(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}
