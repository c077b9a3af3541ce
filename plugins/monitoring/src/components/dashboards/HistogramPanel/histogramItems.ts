import {
  ColorTheme,
  displayField,
} from '@sightline/backstage-plugin-monitoring-common';
import { PlotItems, PlotLine, PlotPlace } from '../plot';
import {
  bucketName,
  HistogramFields,
  HistogramLayout,
} from './layoutHistogram';

/** What of a histogram can be pointed at: rows are series, columns are buckets. */
export function histogramItems(input: {
  layout: HistogramLayout;
  fields: HistogramFields;
  /** By series, for CSS. */
  colors: string[];
  tooltip: { mode: 'single' | 'multi' | 'none'; sort: 'none' | 'asc' | 'desc' };
  theme: ColorTheme;
  /** The word for it. */
  bucket: string;
}): PlotItems {
  const { layout, fields, colors, tooltip, theme } = input;
  const { area, bars, slots } = layout;
  const boxes = new Map(
    bars.map(({ series, bucket, box }) => [`${series}/${bucket}`, box]),
  );
  const lineOf = (series: number, bucket: number): PlotLine => {
    const field = fields.counts[series];
    return {
      name: field.state?.displayName ?? field.name,
      value: displayField(field, { theme })(field.values[bucket]).full,
      color: colors[series],
    };
  };
  const linesOf = ({ row, column }: PlotPlace): PlotLine[] => {
    if (tooltip.mode !== 'multi') {
      return [lineOf(row, column)];
    }
    const sign = { none: 0, asc: 1, desc: -1 }[tooltip.sort];
    return fields.counts
      .map((field, series) => ({
        count: Number(field.values[column] ?? 0),
        line: { ...lineOf(series, column), isActive: series === row },
      }))
      .sort((a, b) => sign * (a.count - b.count))
      .map(({ line }) => line);
  };
  return {
    rowCount: fields.counts.length,
    columnCount: () => fields.from.values.length,
    item: place => {
      const box = boxes.get(`${place.row}/${place.column}`);
      return (
        box && {
          box,
          title: `${input.bucket} ${bucketName(fields, place.column, theme)}`,
          lines: linesOf(place),
        }
      );
    },
    hit: (x, y) => {
      const column = slots.findIndex(
        ({ left, width }) => x >= left && x < left + width,
      );
      if (column < 0 || y < area.top || y > area.top + area.height) {
        return undefined;
      }
      // The lowest bar that reaches up to the pointer; bars of one bucket lie behind one another.
      const here = bars.filter(({ bucket }) => bucket === column);
      const reaching = here
        .filter(({ box }) => box.top <= y)
        .sort((a, b) => b.box.top - a.box.top);
      const tallest = [...here].sort((a, b) => a.box.top - b.box.top);
      const found = reaching[0] ?? tallest[0];
      return found && { row: found.series, column };
    },
    across: ({ column }) => column,
  };
}
