/** Where the chart is drawn, in its own units. */
export interface ChartSize {
  width: number;
  height: number;
}

/** The lines of a burn-down chart as SVG paths, and what they say. */
export interface BurnDownShape {
  /** Budget left; a gap where nothing was measured. */
  line: string;
  /** What an even spending from the first to the last moment would look like. */
  even: string;
  /** Height of 0 %. */
  zero: number;
  first: number;
  last: number;
  lowest: number;
}

/**
 * Draws the budget left over time. The top is 100 %, the bottom 0 % or the deepest overdraft.
 *
 * @param times - ascending, in any unit
 * @param budget - share of budget left at each time
 * @returns undefined when nothing was measured
 */
export function burnDownShape(
  times: number[],
  budget: (number | null)[],
  size: ChartSize,
): BurnDownShape | undefined {
  const known = budget.filter((value): value is number => value !== null);
  if (known.length === 0) {
    return undefined;
  }
  const lowest = known.reduce((least, share) => Math.min(least, share));
  const bottom = Math.min(0, lowest);
  const start = times[0];
  const span = times[times.length - 1] - start || 1;
  const x = (time: number) => round(((time - start) / span) * size.width);
  const y = (share: number) =>
    round(((1 - Math.min(1, share)) / (1 - bottom)) * size.height);

  let line = '';
  let penDown = false;
  budget.forEach((value, index) => {
    if (value !== null) {
      line += `${penDown ? 'L' : 'M'}${x(times[index])} ${y(value)}`;
    }
    penDown = value !== null;
  });

  return {
    line,
    even: `M0 0L${size.width} ${y(0)}`,
    zero: y(0),
    first: known[0],
    last: known[known.length - 1],
    lowest,
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
