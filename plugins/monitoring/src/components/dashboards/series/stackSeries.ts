import { GraphStyle } from '@sightline/backstage-plugin-monitoring-common';
import { AlignedValue } from './alignSeries';

/** Series as they are drawn. */
export interface StackedSeries {
  /** Values on the axis, one list for each series. */
  values: AlignedValue[][];
  /** Pairs of series between which the upper one's colour is filled. */
  bands: { upper: number; lower: number }[];
}

/**
 * Turns values upside down where the author wants it, and piles stacked series up.
 *
 * @remarks
 * Each group piles up on its own, and what is below zero apart from what is above. A series
 * without a value adds nothing while others of its group have one, so that the pile has no hole.
 */
export function stackSeries(
  values: AlignedValue[][],
  styles: Pick<GraphStyle, 'stacking' | 'negativeY'>[],
): StackedSeries {
  const signed = values.map((one, index) =>
    styles[index].negativeY
      ? one.map(value => (typeof value === 'number' ? -value : value))
      : one,
  );
  const groups = new Map<string, number[]>();
  styles.forEach(({ stacking, negativeY }, index) => {
    if (stacking.mode !== 'none') {
      const side = negativeY ? 'down' : 'up';
      const name = `${stacking.mode}/${stacking.group}/${side}`;
      groups.set(name, [...(groups.get(name) ?? []), index]);
    }
  });

  const stacked = [...signed];
  const bands: StackedSeries['bands'] = [];
  for (const members of groups.values()) {
    const isPercent = styles[members[0]].stacking.mode === 'percent';
    const totals = isPercent ? totalsOf(members.map(i => signed[i])) : [];
    const heights: number[] = [];
    members.forEach((index, position) => {
      stacked[index] = signed[index].map((given, time) => {
        const isHole =
          isPercent || !members.some(i => isNumber(signed[i][time]));
        const value = isNumber(given) || isHole ? given : 0;
        if (!isNumber(value)) {
          return value;
        }
        const share = isPercent ? value / (totals[time] || 1) : value;
        heights[time] = (heights[time] ?? 0) + share;
        return heights[time];
      });
      if (position > 0) {
        bands.push({ upper: index, lower: members[position - 1] });
      }
    });
  }
  return { values: stacked, bands };
}

function isNumber(value: AlignedValue): value is number {
  return typeof value === 'number' && !Number.isNaN(value);
}

function totalsOf(values: AlignedValue[][]): number[] {
  return (values[0] ?? []).map((_, time) =>
    values.reduce((total, one) => {
      const value = one[time];
      return total + (isNumber(value) ? Math.abs(value) : 0);
    }, 0),
  );
}
