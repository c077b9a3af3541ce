import {
  BarChartData,
  ColorTheme,
  displayField,
  readGraphStyle,
} from '@sightline/backstage-plugin-monitoring-common';
import { PlotItems, PlotLine, PlotPlace } from '../plot';
import { BarLayout, LaidBar } from './layoutBars';

/** What of a bar chart can be pointed at: rows are series, columns are groups. */
export function barItems(input: {
  layout: BarLayout;
  data: BarChartData;
  /** One for each group. */
  names: string[];
  /** By series and group. */
  colors: (string | undefined)[][];
  tooltip: { mode: 'single' | 'multi' | 'none'; sort: 'none' | 'asc' | 'desc' };
  theme: ColorTheme;
}): PlotItems {
  const { layout, data, names, colors, tooltip } = input;
  const bars = new Map(
    layout.bars.map(bar => [`${bar.series}/${bar.group}`, bar]),
  );
  const barAt = ({ row, column }: PlotPlace) => bars.get(`${row}/${column}`);
  const displays = data.series.map(field =>
    displayField(field, { theme: input.theme }),
  );
  const lineOf = (series: number, group: number): PlotLine => ({
    name: data.series[series].state?.displayName ?? data.series[series].name,
    value: displays[series](data.series[series].values[group]).full,
    color: colors[series][group],
  });
  const linesOf = ({ row, column }: PlotPlace): PlotLine[] => {
    if (tooltip.mode !== 'multi') {
      return [lineOf(row, column)];
    }
    const shown = data.series.flatMap((field, series) => {
      const value = field.values[column];
      const isHidden = readGraphStyle(field.config.custom).hideFrom.tooltip;
      return bars.has(`${series}/${column}`) && !isHidden
        ? [
            {
              number: Number(value),
              line: { ...lineOf(series, column), isActive: series === row },
            },
          ]
        : [];
    });
    if (tooltip.sort !== 'none') {
      const sign = tooltip.sort === 'asc' ? 1 : -1;
      shown.sort((a, b) => sign * (a.number - b.number));
    }
    return shown.map(({ line }) => line);
  };

  return {
    rowCount: data.series.length,
    columnCount: () => names.length,
    item: place => {
      const bar = barAt(place);
      return (
        bar && {
          box: bar.box,
          title: names[place.column],
          lines: linesOf(place),
        }
      );
    },
    hit: (x, y) => hitBar(layout, x, y),
    across: ({ column }) => column,
  };
}

/** The bar under the pointer, or the one beside it in its group. */
function hitBar(
  { area, slots, bars, isUpright }: BarLayout,
  x: number,
  y: number,
): PlotPlace | undefined {
  const isInside =
    x >= area.left &&
    x <= area.left + area.width &&
    y >= area.top &&
    y <= area.top + area.height;
  const along = isUpright ? x : y;
  const group = slots.findIndex(({ from, to }) => along >= from && along <= to);
  if (!isInside || group < 0) {
    return undefined;
  }
  const distance = ({ box }: LaidBar) =>
    Math.hypot(
      Math.max(box.left - x, 0, x - box.left - box.width),
      Math.max(box.top - y, 0, y - box.top - box.height),
    );
  const [nearest] = bars
    .filter(bar => bar.group === group)
    .sort((a, b) => distance(a) - distance(b));
  return nearest && { row: nearest.series, column: group };
}
