import type uPlot from 'uplot';
import {
  HeatmapOptions,
  paletteIndex,
} from '@sightline/backstage-plugin-monitoring-common';
import { timeTicks } from '../series';
import { ChartLook } from '../TimeSeriesPanel/chartOptions';
import { boundText, PanelHeatmap } from './panelHeatmap';

/** Charts with the same key share their crosshair. */
const CURSOR_KEY = 'monitoring-dashboards';
const CHARACTER_WIDTH = 7;
/** Pixels that a text of the axis needs. */
const TEXT_HEIGHT = 16;

/** Where the pointer is: which cell, and in pixels of the plotting area. */
export interface HeatmapCursor {
  column: number;
  row: number;
  left: number;
}

/** What the options of a heatmap are made from. */
export interface HeatmapChartInput {
  heatmap: PanelHeatmap;
  options: HeatmapOptions;
  /** For CSS, from few to many. */
  palette: string[];
  range: { from: number; to: number };
  look: ChartLook;
  timeZone?: string;
  tzDate: (time: number) => Date;
  onZoom: (range: { from: number; to: number }) => void;
  onCursor: (cursor?: HeatmapCursor) => void;
}

/**
 * Everything of uPlot's options but the size. All buckets are equally high, as in Grafana; a
 * cell ends at its time, because what it counts was before.
 */
export function heatmapChartOptions(
  input: HeatmapChartInput,
): Omit<uPlot.Options, 'width' | 'height'> {
  const { heatmap, options, look, range } = input;
  const { rows } = heatmap;
  const bounds = [rows[0]?.from ?? 0, ...rows.map(({ to }) => to)];
  const texts = bounds.map(bound => boundText(bound, options.yAxis));
  const { reverse } = options.yAxis;

  return {
    ms: 1,
    tzDate: input.tzDate,
    padding: [8, 18, 0, null],
    legend: { show: false },
    series: [{}, { scale: 'y', paths: () => null, points: { show: false } }],
    scales: {
      x: { time: true, range: [range.from, range.to] },
      y: {
        range: [0, Math.max(1, rows.length)],
        dir: reverse ? -1 : 1,
      },
    },
    axes: [
      {
        stroke: look.axisText,
        font: `12px ${look.fontFamily}`,
        grid: { show: true, stroke: look.grid, width: 1 },
        ticks: { show: false },
        size: 28,
        gap: 9,
        space: 56,
        values: (_u, ticks, _axis, _space, increment) =>
          timeTicks(ticks, increment, input.timeZone),
      },
      {
        scale: 'y',
        stroke: look.axisText,
        font: `12px ${look.fontFamily}`,
        grid: { show: true, stroke: look.grid, width: 1 },
        ticks: { show: false },
        gap: 6,
        splits: u => spread(bounds.length, u.height - 36),
        values: (_u, ticks) => ticks.map(tick => texts[tick] ?? ''),
        size: () =>
          Math.max(0, ...texts.map(text => text.length)) * CHARACTER_WIDTH + 12,
      },
    ],
    cursor: {
      y: false,
      sync: { key: CURSOR_KEY, setSeries: false },
      drag: { x: true, y: false, setScale: false, dist: 8 },
      points: { show: false },
    },
    hooks: {
      draw: [u => drawCells(u, input)],
      setSelect: [
        u => {
          const { left, width } = u.select;
          if (width > 0) {
            input.onZoom({
              from: u.posToVal(left, 'x'),
              to: u.posToVal(left + width, 'x'),
            });
            u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
          }
        },
      ],
      setCursor: [
        u => {
          const { left = -1, top = -1 } = u.cursor;
          const isHere = left >= 0 && top >= 0 && u.over.matches(':hover');
          const time = u.posToVal(left, 'x');
          const column = heatmap.times.findIndex(
            one => one >= time && one - heatmap.step < time,
          );
          const row = Math.floor(u.posToVal(top, 'y'));
          input.onCursor(
            isHere && column >= 0 && rows[row]
              ? { column, row, left }
              : undefined,
          );
        },
      ],
    },
  };
}

/** So many bounds as have room, always the first and the last. */
function spread(count: number, height: number): number[] {
  const most = Math.max(2, Math.floor(height / TEXT_HEIGHT));
  const every = Math.ceil((count - 1) / (most - 1)) || 1;
  return Array.from({ length: count }, (_, index) => index).filter(
    index =>
      index === count - 1 ||
      (index % every === 0 && count - 1 - index >= Math.min(every, count - 1)),
  );
}

/** The cells that hold something. */
export function drawCells(
  u: Pick<uPlot, 'ctx' | 'valToPos' | 'bbox'>,
  { heatmap, options, palette }: HeatmapChartInput,
): void {
  const { times, rows, step, range } = heatmap;
  if (!range) {
    return;
  }
  const { ctx, bbox } = u;
  const gap = options.cellGap;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  rows.forEach(({ counts }, row) => {
    const edges = [u.valToPos(row, 'y', true), u.valToPos(row + 1, 'y', true)];
    const top = Math.round(Math.min(...edges));
    const height = Math.round(Math.max(...edges)) - top;
    counts.forEach((count, column) => {
      if (count === null || !(count > options.emptyUpTo)) {
        return;
      }
      const left = Math.round(u.valToPos(times[column] - step, 'x', true));
      const right = Math.round(u.valToPos(times[column], 'x', true));
      ctx.fillStyle = palette[paletteIndex(count, range, palette.length)];
      ctx.fillRect(
        left,
        top,
        Math.max(1, right - left - gap),
        Math.max(1, height - gap),
      );
    });
  });
  ctx.restore();
}
