import {
  calculationName,
  displayValue,
  DisplayValue,
  reduceValues,
  ReduceOptions,
} from '@sightline/backstage-plugin-monitoring-common';
import { PanelSeries } from '../series';

/** One figure of a panel. */
export interface FigureItem {
  key: string;
  name: string;
  value?: number;
  display: DisplayValue;
  /** From the first value to the last, in percent. */
  change?: number;
  series: PanelSeries;
}

/** The figures of a panel: one for each series and calculation. */
export function figureItems(
  series: PanelSeries[],
  options: ReduceOptions,
  timeZone?: string,
): FigureItem[] {
  const wanted = series.filter(one => isWanted(one, options.fields));
  if (options.allValues) {
    return wanted
      .flatMap(one =>
        one.values.map((value, index) =>
          item(
            one,
            `${one.key}/${index}`,
            one.name,
            value ?? undefined,
            timeZone,
          ),
        ),
      )
      .slice(0, options.limit);
  }
  return wanted.flatMap(one =>
    options.calculations.map(calculation =>
      item(
        one,
        `${one.key}/${calculation}`,
        options.calculations.length > 1
          ? `${one.name} ${calculationName(calculation)}`
          : one.name,
        reduceValues(one.values, calculation),
        timeZone,
      ),
    ),
  );
}

function item(
  series: PanelSeries,
  key: string,
  name: string,
  value: number | undefined,
  timeZone: string | undefined,
): FigureItem {
  return {
    key,
    name,
    value,
    series,
    display: displayValue(value, series.config, { timeZone }),
    change: reduceValues(series.values, 'diffperc'),
  };
}

/** Empty means all numbers; `/^name$/` the series of that name. */
function isWanted(series: PanelSeries, fields: string): boolean {
  if (!fields) {
    return true;
  }
  const [, body = fields, flags = ''] =
    /^\/(.*)\/([gimsuy]*)$/.exec(fields) ?? [];
  try {
    return new RegExp(body, flags).test(series.name);
  } catch {
    return true;
  }
}
