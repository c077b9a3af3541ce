import {
  Bar,
  ColorTheme,
  DataField,
  DataFrame,
  displayField,
  readGraphStyle,
  stackBars,
} from '@sightline/backstage-plugin-monitoring-common';
import { axisWidth, Box, textWidth, ValueScale, valueScale } from '../plot';
import { ElementSize } from '../followSize';

/** A histogram, in pixels. */
export interface HistogramLayout {
  area: Box;
  scale: ValueScale;
  /** Bounds that are written below the bars. */
  ticks: { x: number; text: string }[];
  /** Of each bucket. */
  slots: { left: number; width: number }[];
  /** Buckets that are empty have none. */
  bars: { series: number; bucket: number; box: Box }[];
}

/** The parts of a histogram's frame. */
export interface HistogramFields {
  from: DataField;
  to: DataField;
  counts: DataField[];
}

const TOP = 8;
const RIGHT = 20;
const AXIS_HEIGHT = 24;
const SPACE_OF_TEXT = 8;

/** The bounds and the counts of a frame that `panelHistogram` made. */
export function histogramFields(frame: DataFrame): HistogramFields {
  const [from, to, ...counts] = frame.fields;
  return {
    from,
    to,
    counts: counts.map((field, index) => ({
      ...field,
      state: {
        displayName: field.state?.displayName ?? field.name,
        range: field.state?.range,
        seriesIndex: index,
      },
    })),
  };
}

/** What a bucket is called: `14 req/s – 16 req/s`. */
export function bucketName(
  { from, to }: HistogramFields,
  bucket: number,
  theme: ColorTheme,
): string {
  const write = (field: DataField) =>
    displayField(
      { ...field, config: { ...field.config, mappings: [] } },
      {
        theme,
      },
    )(field.values[bucket]).full;
  return `${write(from)} – ${write(to)}`;
}

/** Where everything of a histogram lies at a size. */
export function layoutHistogram(input: {
  fields: HistogramFields;
  isVisible: boolean[];
  size: ElementSize;
  theme: ColorTheme;
}): HistogramLayout {
  const { fields, size, theme } = input;
  const bars = stackedCounts(input);
  const max = bars
    .flat()
    .reduce((most, bar) => Math.max(most, bar?.to ?? 0), 0);
  const height = Math.max(1, size.height - TOP - AXIS_HEIGHT);
  const scale = valueScale({
    fields: fields.counts.map(field => ({
      ...field,
      // Limits of the panel are those of the values that were counted.
      config: { ...field.config, min: undefined, max: undefined },
    })),
    data: { min: 0, max },
    isPercent: stackingOf(fields) === 'percent',
    length: height,
    theme,
  });
  const left = axisWidth(scale);
  const area: Box = {
    left,
    top: TOP,
    width: Math.max(1, size.width - left - RIGHT),
    height,
  };
  const { edges, ticks } = bucketEdges(fields, area, theme);
  const bottom = area.top + area.height;
  return {
    area,
    scale,
    ticks,
    slots: edges,
    bars: bars.flatMap((one, bucket) =>
      one.flatMap((bar, series) => {
        if (!bar || bar.from === bar.to) {
          return [];
        }
        const [low, high] = [scale.place(bar.from), scale.place(bar.to)];
        return [
          {
            series,
            bucket,
            box: {
              ...edges[bucket],
              top: bottom - high * area.height,
              height: (high - low) * area.height,
            },
          },
        ];
      }),
    ),
  };
}

function stackingOf({ counts }: HistogramFields) {
  return readGraphStyle(counts[0].config.custom).stacking.mode;
}

function stackedCounts({
  fields,
  isVisible,
}: {
  fields: HistogramFields;
  isVisible: boolean[];
}): (Bar | null)[][] {
  const stacking = stackingOf(fields);
  return fields.from.values.map((_, bucket) =>
    stackBars(
      fields.counts.map(({ values }, series) => {
        const count = values[bucket];
        return isVisible[series] && typeof count === 'number' ? count : null;
      }),
      stacking,
    ),
  );
}

/** Buckets of names are equally wide; those that grow by a factor lie on a logarithmic scale. */
function bucketEdges(
  { from, to }: HistogramFields,
  area: Box,
  theme: ColorTheme,
): {
  edges: { left: number; width: number }[];
  ticks: { x: number; text: string }[];
} {
  const count = from.values.length;
  const write = displayField(
    { ...from, config: { ...from.config, mappings: [] } },
    { theme },
  );
  if (from.type === 'string') {
    const width = area.width / count;
    const names = [...from.values.slice(0, 1), ...to.values];
    const longest = Math.max(...names.map(name => textWidth(String(name))));
    const every = Math.max(1, Math.ceil((longest + SPACE_OF_TEXT) / width));
    return {
      edges: from.values.map((_, index) => ({
        left: area.left + index * width,
        width,
      })),
      ticks: names.flatMap((name, index) =>
        index % every === 0
          ? [{ x: area.left + index * width, text: write(name).full }]
          : [],
      ),
    };
  }
  const [starts, ends] = [from.values.map(Number), to.values.map(Number)];
  const first = Math.min(from.config.min ?? Infinity, starts[0]);
  const last = Math.max(from.config.max ?? -Infinity, ends[count - 1]);
  const size = ends[0] - starts[0];
  const grows =
    count > 1 &&
    starts[0] > 0 &&
    Math.abs(ends[1] - starts[1] - size) > 1e-6 * Math.abs(size);
  const scale = grows ? Math.log2 : (value: number) => value;
  const [low, high] = [scale(first), scale(last)];
  const x = (value: number) =>
    area.left + ((scale(value) - low) / (high - low || 1)) * area.width;
  return {
    edges: starts.map((start, index) => ({
      left: x(start),
      width: x(ends[index]) - x(start),
    })),
    ticks: grows
      ? thinned(
          [...starts, ends[count - 1]].map(value => [value, x(value)]),
          write,
        )
      : evenTicks({ first, last, size }, x, write),
  };
}

type Write = (value: number) => { full: string };

/** Bounds of buckets, every so many that their texts have room. */
function evenTicks(
  { first, last, size }: { first: number; last: number; size: number },
  x: (value: number) => number,
  write: Write,
): { x: number; text: string }[] {
  const width = x(first + size) - x(first);
  const longest = Math.max(
    ...[first, first + size, last].map(value => textWidth(write(value).full)),
  );
  const every = Math.max(
    1,
    Math.ceil((longest + SPACE_OF_TEXT) / Math.max(1e-9, width)),
  );
  const step = every * size;
  const ticks: { x: number; text: string }[] = [];
  for (let index = 0; ; index++) {
    const value = Number((first + index * step).toPrecision(12));
    if (!(value <= last + size * 1e-6) || ticks.length > 100) {
      return ticks;
    }
    ticks.push({ x: x(value), text: write(value).full });
  }
}

function thinned(
  values: [value: number, x: number][],
  write: Write,
): { x: number; text: string }[] {
  const found: { x: number; text: string }[] = [];
  let end = -Infinity;
  for (const [value, x] of values) {
    const text = write(value).full;
    const half = textWidth(text) / 2;
    if (x - half >= end) {
      found.push({ x, text });
      end = x + half + SPACE_OF_TEXT;
    }
  }
  return found;
}
