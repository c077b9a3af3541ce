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
  const differences = differencesOf(series);
  return series
    .filter(({ style }) => !style.hideFrom.legend)
    .map(one => ({
      key: one.key,
      name: one.name,
      difference: differences.get(one),
      color: one.color,
      line: one.style.lineStyle === 'solid' ? undefined : one.style.lineStyle,
      isOnRight: sides.get(scaleKey(one)) === 'right',
      values: legendValues(one, calculations, timeZone),
    }));
}

/** Labels in which series of the same name differ; their names are as in Grafana, without numbers. */
function differencesOf(series: PanelSeries[]): Map<PanelSeries, string> {
  const groups = new Map<string, PanelSeries[]>();
  for (const one of series) {
    const group = groups.get(one.name);
    if (group) {
      group.push(one);
    } else {
      groups.set(one.name, [one]);
    }
  }
  const differences = new Map<PanelSeries, string>();
  for (const group of groups.values()) {
    const labels = new Set(group.flatMap(one => Object.keys(one.labels)));
    const differing = [...labels]
      .sort()
      .filter(label =>
        group.some(one => one.labels[label] !== group[0].labels[label]),
      );
    for (const one of differing.length > 0 ? group : []) {
      const pairs = differing.map(
        label => `${label}="${one.labels[label] ?? ''}"`,
      );
      differences.set(one, `{${pairs.join(', ')}}`);
    }
  }
  return differences;
}
