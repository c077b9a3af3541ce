import type uPlot from 'uplot';
import { Thresholds } from '@sightline/backstage-plugin-monitoring-common';
import { PanelSeries, timeTicks } from '../series';
import { chartScales } from './chartScales';
import { drawRegions, drawThresholds, Region } from './drawMarks';
import { chartSeries, PathBuilders, seriesFill } from './seriesOptions';

/** Charts with the same key share their crosshair. */
const CURSOR_KEY = 'monitoring-dashboards';

/** Colours and type of the chart, from the theme. */
export interface ChartLook {
  axisText: string;
  grid: string;
  fontFamily: string;
  /** For {@link Region}s. */
  region: string;
  /** Fills points so that lines do not shine through. */
  surface: string;
}

/** What the options of a chart are made from. */
export interface ChartOptionsInput {
  series: PanelSeries[];
  /** Pairs of series between which the upper one's colour is filled. */
  bands: { upper: number; lower: number }[];
  /** Keys of the series that are drawn; the others keep their place. */
  visible: ReadonlySet<string>;
  range: { from: number; to: number };
  thresholds?: Thresholds;
  regions: Region[];
  look: ChartLook;
  timeZone?: string;
  paths: PathBuilders;
  /** uPlot's; given, so that these options need no uPlot. */
  rangeNum: (
    min: number,
    max: number,
    config: uPlot.Range.Config,
  ) => uPlot.Range.MinMax;
  tzDate: (time: number) => Date;
  onZoom: (range: { from: number; to: number }) => void;
  /** Called while the pointer is on this very chart; undefined when it leaves. */
  onCursor: (cursor?: { index?: number; left: number; top: number }) => void;
}

/** Everything of uPlot's options but the size. Pure: nothing of it touches the page. */
export function chartOptions(
  input: ChartOptionsInput,
): Omit<uPlot.Options, 'width' | 'height'> {
  const { series, look, range, thresholds, regions } = input;
  const { scales, axes, scaleOf } = chartScales(input);
  const firstScale = scaleOf(series[0]);
  const marks = { thresholds, scale: firstScale };
  const style = series[0]?.style.thresholdsStyle ?? 'off';

  return {
    ms: 1,
    tzDate: input.tzDate,
    padding: [8, 18, 0, null],
    legend: { show: false },
    series: [{}, ...chartSeries(input, scaleOf)],
    bands: input.bands.map(({ upper, lower }) => ({
      series: [upper + 1, lower + 1],
      fill: seriesFill(series[upper]),
    })),
    scales: {
      x: { time: true, range: [range.from, range.to] },
      ...scales,
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
      ...axes,
    ],
    cursor: {
      y: false,
      sync: { key: CURSOR_KEY, setSeries: false },
      drag: { x: true, y: false, setScale: false, dist: 8 },
      focus: { prox: 24 },
      // A point for every series of every chart would not follow the pointer smoothly.
      points: { size: 7, width: 2, one: true },
    },
    focus: { alpha: 1 },
    hooks: {
      drawClear: [
        u => drawRegions(u, regions, look.region),
        u => drawThresholds(u, { ...marks, style, layer: 'below' }),
      ],
      draw: [u => drawThresholds(u, { ...marks, style, layer: 'above' })],
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
          const { idx, left = -1, top = -1 } = u.cursor;
          // The others follow the crosshair only: 24 tooltips would be slow, and no help.
          const isHere = left >= 0 && u.over.matches(':hover');
          input.onCursor(
            isHere ? { index: idx ?? undefined, left, top } : undefined,
          );
        },
      ],
    },
  };
}
