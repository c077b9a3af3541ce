import { LegendItem, legendValues } from '../legend';
import { PanelSeries, scaleKey } from '../series';
import { AxisSides } from './axisSides';

/** The lines of the legend of a graph, in the order of its series. */
export function legendItems(
  series: PanelSeries[],
  sides: AxisSides,
  calculations: string[],
  timeZone?: string,
): LegendItem[] {
  return series
    .filter(({ style }) => !style.hideFrom.legend)
    .map(one => ({
      key: one.key,
      name: one.name,
      color: one.color,
      line: one.style.lineStyle === 'solid' ? undefined : one.style.lineStyle,
      isOnRight: sides.get(scaleKey(one)) === 'right',
      values: legendValues(one, calculations, timeZone),
    }));
}
