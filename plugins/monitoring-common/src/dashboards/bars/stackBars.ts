/** A bar on the value axis. @public */
export interface Bar {
  from: number;
  to: number;
}

/**
 * Where the bars of a group start and end; stacked ones on one another, those above 0 and those below it
 * apart.
 *
 * @param values - of the group, one for each series; null has no bar
 * @returns shares of their side's total, 0..1, when `stacking` is `percent`
 * @public
 */
export function stackBars(
  values: (number | null)[],
  stacking: 'none' | 'normal' | 'percent',
): (Bar | null)[] {
  if (stacking === 'none') {
    return values.map(value =>
      value === null ? null : { from: 0, to: value },
    );
  }
  const totals = { up: 0, down: 0 };
  for (const value of values) {
    if (value !== null) {
      totals[value < 0 ? 'down' : 'up'] += Math.abs(value);
    }
  }
  const heights = { up: 0, down: 0 };
  return values.map(value => {
    if (value === null) {
      return null;
    }
    const side = value < 0 ? 'down' : 'up';
    const total = stacking === 'percent' ? totals[side] || 1 : 1;
    const from = heights[side];
    heights[side] += value / total;
    return { from, to: heights[side] };
  });
}
