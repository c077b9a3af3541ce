import {
  displayField,
  isFilled,
} from '@sightline/backstage-plugin-monitoring-common';
import { PlotItem, PlotItems, PlotLine } from '../plot';
import { formatMoment } from '../series';
import { paletteIndex } from './heatmapPalette';
import type { HeatmapPlaces, HeatmapPlotInput } from './heatmapPlot';

/** What of a heatmap can be pointed at: rows from the top down, and their columns. */
export function heatmapItems(
  input: HeatmapPlotInput,
  { area, rows: places, columns }: HeatmapPlaces,
): PlotItems {
  const { heatmap, options, palette, timeZone } = input;
  const { rows, colors } = heatmap;
  const display = displayField(
    { type: 'number', config: heatmap.countConfig },
    { theme: input.theme, timeZone },
  );
  // As they lie on the screen, so that the arrow keys lead where they point.
  const order = rows
    .map((_, index) => index)
    .sort((a, b) => places[a].top - places[b].top);
  const countAt = (row: number, column: number) =>
    rows[order[row]]?.counts[column] ?? null;
  const lineOf = (row: number, column: number): PlotLine => {
    const count = countAt(row, column);
    return {
      name: rows[order[row]].text,
      value: display(count).full,
      color:
        colors && isFilled(count, options)
          ? palette[paletteIndex(count, colors, palette.length)]
          : undefined,
    };
  };

  const spreadOf = (active: number, column: number): PlotItem['spread'] => {
    const most = rows.reduce(
      (max, { counts }) => Math.max(max, counts[column] ?? 0),
      0,
    );
    return [...order].reverse().map(index => ({
      share: Math.max(0, rows[index].counts[column] ?? 0) / (most || 1),
      color: lineOf(order.indexOf(index), column).color,
      isActive: index === order[active],
    }));
  };

  return {
    rowCount: rows.length,
    columnCount: () => columns.length,
    item: ({ row, column }) => {
      const place = places[order[row]];
      if (
        !place ||
        !columns[column]?.width ||
        !isFilled(countAt(row, column), options)
      ) {
        return undefined;
      }
      const { from, to } = heatmap.columns[column];
      const isMulti = options.tooltip.mode === 'multi';
      return {
        box: { ...columns[column], ...place },
        title: `${formatMoment(from, timeZone)} – ${formatMoment(
          to,
          timeZone,
        )}`,
        lines: isMulti
          ? order.flatMap((_, other) =>
              isFilled(countAt(other, column), options)
                ? [{ ...lineOf(other, column), isActive: other === row }]
                : [],
            )
          : [lineOf(row, column)],
        spread:
          options.tooltip.yHistogram && !isMulti
            ? spreadOf(row, column)
            : undefined,
      };
    },
    hit: (x, y) => {
      if (x < area.left || x > area.left + area.width) {
        return undefined;
      }
      const column = columns.findIndex(
        ({ left, width }) => x >= left && x < left + width,
      );
      const row = order.findIndex(
        index =>
          y >= places[index].top &&
          y < places[index].top + places[index].height,
      );
      return column < 0 || row < 0 ? undefined : { row, column };
    },
    across: ({ column }) => column,
  };
}
