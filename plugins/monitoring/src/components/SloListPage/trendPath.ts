/** A line as a path of SVG, and the figures at its ends. */
export interface TrendPath {
  path: string;
  first: number;
  last: number;
}

/**
 * Draws shares of budget left into a box: the whole budget at the top, none of it at the
 * bottom, where an overspent budget stays. Gaps stay open.
 *
 * @param values - oldest first, evenly spaced; at most 1
 * @returns undefined with fewer than two values
 */
export function trendPath(
  values: (number | null)[],
  width: number,
  height: number,
): TrendPath | undefined {
  const isValue = (value: number | null): value is number =>
    value !== null && Number.isFinite(value);
  const known = values.filter(isValue);
  if (known.length < 2) {
    return undefined;
  }
  const x = (index: number) => round((index / (values.length - 1)) * width);
  const y = (value: number) =>
    round((1 - Math.min(1, Math.max(0, value))) * height);

  let path = '';
  let isOpen = false;
  values.forEach((value, index) => {
    if (isValue(value)) {
      path += `${isOpen ? 'L' : 'M'}${x(index)},${y(value)}`;
    }
    isOpen = isValue(value);
  });
  return { path, first: known[0], last: known[known.length - 1] };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
