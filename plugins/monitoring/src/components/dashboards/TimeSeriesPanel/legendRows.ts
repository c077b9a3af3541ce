import {
  displayValue,
  LegendOptions,
  reduceValues,
  calculationName,
} from '@sightline/backstage-plugin-monitoring-common';
import { PanelSeries } from '../series';

/** One series in the legend. */
export interface LegendRow {
  key: string;
  name: string;
  color: string;
  /** One text for each calculation. */
  values: string[];
}

/** The lines of a legend in the order that the author chose. */
export function legendRows(
  series: PanelSeries[],
  options: LegendOptions,
  timeZone?: string,
): LegendRow[] {
  const rows = series
    .filter(({ style }) => !style.hideFrom.legend)
    .map(one => {
      const numbers = options.calculations.map(calculation =>
        reduceValues(one.values, calculation),
      );
      return {
        numbers,
        row: {
          key: one.key,
          name: one.name,
          color: one.color,
          values: numbers.map(
            number => displayValue(number, one.config, { timeZone }).full,
          ),
        },
      };
    });
  const column = options.calculations.findIndex(
    calculation => calculationName(calculation) === options.sortBy,
  );
  if (options.sortBy && column >= 0) {
    const sign = options.sortDescending ? -1 : 1;
    rows.sort(
      (a, b) =>
        sign *
        ((a.numbers[column] ?? -Infinity) - (b.numbers[column] ?? -Infinity)),
    );
  } else if (options.sortBy === 'Name') {
    const sign = options.sortDescending ? -1 : 1;
    rows.sort((a, b) => sign * a.row.name.localeCompare(b.row.name));
  }
  return rows.map(({ row }) => row);
}
