import { LegendItem, legendValues } from '../legend';
import { PanelSeries } from '../series';

/** The lines of the legend of a graph, in the order of its series. */
export function legendItems(
  series: PanelSeries[],
  calculations: string[],
  timeZone?: string,
): LegendItem[] {
  return series
    .filter(({ style }) => !style.hideFrom.legend)
    .map(one => ({
      key: one.key,
      name: one.name,
      color: one.color,
      values: legendValues(one, calculations, timeZone),
    }));
}
