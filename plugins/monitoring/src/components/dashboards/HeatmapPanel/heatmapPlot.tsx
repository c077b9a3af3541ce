import {
  ColorTheme,
  displayField,
  Heatmap,
  HeatmapOptions,
  isFilled,
} from '@sightline/backstage-plugin-monitoring-common';
import {
  axisWidth,
  Box,
  Plot,
  TimeAxis,
  TIME_AXIS_HEIGHT,
  ValueAxis,
  ValueScale,
} from '../plot';
import { ElementSize } from '../followSize';
import { heatmapItems } from './heatmapItems';
import { paletteIndex } from './heatmapPalette';
import { heatmapScale } from './heatmapScale';

/** What a heatmap is drawn from. */
export interface HeatmapPlotInput {
  heatmap: Heatmap;
  options: HeatmapOptions;
  /** For CSS, from few to many. */
  palette: string[];
  /** Unix milliseconds. */
  range: { from: number; to: number };
  theme: ColorTheme;
  timeZone?: string;
  /** For CSS, of texts in cells. */
  font: string;
}

const TOP = 8;
const RIGHT = 20;
const LABEL_SIZE = 18;

/** Where the cells of a heatmap lie, in pixels. */
export interface HeatmapPlaces {
  area: Box;
  columns: { left: number; width: number }[];
  rows: { top: number; height: number }[];
}

/** A heatmap at a size. */
export function heatmapPlot(input: HeatmapPlotInput, size: ElementSize): Plot {
  const { heatmap, options, range } = input;
  const { placement, label, width } = options.yAxis;
  const height = Math.max(1, size.height - TOP - TIME_AXIS_HEIGHT);
  const scale = heatmapScale(heatmap, options, { ...input, length: height });
  const room =
    placement === 'hidden'
      ? 4
      : (width ?? axisWidth(scale)) + (label ? LABEL_SIZE : 0);
  const isRight = placement === 'right';
  const left = isRight ? RIGHT : room;
  const area: Box = {
    left,
    top: TOP,
    width: Math.max(1, size.width - left - (isRight ? room : RIGHT)),
    height,
  };
  const places = heatmapPlaces(heatmap, scale, area, range);
  return {
    area,
    range,
    items: heatmapItems(input, places),
    paint: context => drawCells(context, input, places),
    drawing: (
      <>
        <TimeAxis area={area} range={range} timeZone={input.timeZone} />
        {placement !== 'hidden' && (
          <ValueAxis
            scale={scale}
            area={area}
            side={isRight ? 'right' : 'left'}
            hasGrid
            label={label}
          />
        )}
      </>
    ),
  };
}

/** Where columns and rows lie; what is beside the time or the axis is cut off. */
export function heatmapPlaces(
  { columns, rows }: Heatmap,
  scale: ValueScale,
  area: Box,
  range: { from: number; to: number },
): HeatmapPlaces {
  const span = Math.max(1, range.to - range.from);
  const clamp = (share: number) => Math.min(1, Math.max(0, share));
  const x = (time: number) =>
    Math.round(area.left + clamp((time - range.from) / span) * area.width);
  const y = (value: number) =>
    Math.round(area.top + (1 - clamp(scale.place(value))) * area.height);
  return {
    area,
    columns: columns.map(({ from, to }) => {
      const left = x(from);
      return { left, width: x(to) - left };
    }),
    rows: rows.map(({ from, to }) => {
      const [top, bottom] = [y(from), y(to)].sort((a, b) => a - b);
      return { top, height: bottom - top };
    }),
  };
}

const SMALLEST_TEXT = 12;

/** The cells that hold something; one path for each colour. */
export function drawCells(
  context: CanvasRenderingContext2D,
  { heatmap, options, palette, font }: HeatmapPlotInput,
  { columns, rows }: HeatmapPlaces,
): void {
  const { colors } = heatmap;
  if (!colors) {
    return;
  }
  const { cellGap, cellRadius, showValue } = options;
  const paths: Path2D[] = palette.map(() => new Path2D());
  heatmap.rows.forEach(({ counts }, row) => {
    const { top, height } = rows[row];
    counts.forEach((count, column) => {
      const { left, width } = columns[column];
      if (!isFilled(count, options) || width <= 0 || height <= 0) {
        return;
      }
      const box = [
        left + cellGap / 2,
        top + cellGap / 2,
        Math.max(1, width - cellGap),
        Math.max(1, height - cellGap),
      ] as const;
      const path = paths[paletteIndex(count, colors, palette.length)];
      if (cellRadius > 0) {
        path.roundRect(...box, Math.min(cellRadius, box[2] / 2, box[3] / 2));
      } else {
        path.rect(...box);
      }
    });
  });
  paths.forEach((path, index) => {
    context.fillStyle = palette[index];
    context.fill(path);
  });
  // Grafana's "auto" writes none.
  if (showValue === 'always') {
    writeValues(context, { heatmap, options, font }, { columns, rows });
  }
}

function writeValues(
  context: CanvasRenderingContext2D,
  {
    heatmap,
    options,
    font,
  }: Pick<HeatmapPlotInput, 'heatmap' | 'options' | 'font'>,
  { columns, rows }: Pick<HeatmapPlaces, 'columns' | 'rows'>,
) {
  const display = displayField(
    { type: 'number', config: heatmap.countConfig },
    { theme: 'dark' },
  );
  context.font = font;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = '#ffffff';
  context.strokeStyle = 'rgba(0, 0, 0, 0.6)';
  context.lineWidth = 3;
  heatmap.rows.forEach(({ counts }, row) => {
    const { top, height } = rows[row];
    counts.forEach((count, column) => {
      const { left, width } = columns[column];
      if (!isFilled(count, options) || height < SMALLEST_TEXT) {
        return;
      }
      const text = display(count).full;
      if (context.measureText(text).width <= width - 2) {
        const [x, y] = [left + width / 2, top + height / 2];
        // Readable on all colours of the palette.
        context.strokeText(text, x, y);
        context.fillText(text, x, y);
      }
    });
  });
}
