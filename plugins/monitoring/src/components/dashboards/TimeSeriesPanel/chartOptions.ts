import type uPlot from 'uplot';
import {
  ColorTheme,
  DashboardMark,
  DashboardModel,
} from '@sightline/backstage-plugin-monitoring-common';
import { ChartCursor, crosshair } from '../chart';
import { valueColors } from '../colors';
import { AlignedValue, PanelSeries } from '../series';
import { chartScales } from './chartScales';
import { drawMarks, drawRegions, Region } from './drawMarks';
import { drawThresholds } from './drawThresholds';
import { drawValues } from './drawValues';
import { RangeMakers } from './scaleRange';
import { chartSeries, PathBuilders } from './seriesOptions';
import { timeAxes } from './timeAxes';

/** Colours and type of the chart, from the theme. */
export interface ChartLook {
  axisText: string;
  grid: string;
  fontFamily: string;
  /** For {@link Region}s. */
  region: string;
  surface: string;
}

/** What a chart shows; changes without the chart being made again. */
export interface ChartState {
  series: PanelSeries[];
  /** As measured, for each series and common time. */
  values: AlignedValue[][];
  /** Keys of the series that are drawn; the others keep their place. */
  visible: ReadonlySet<string>;
  range: { from: number; to: number };
  regions: Region[];
  marks: DashboardMark[];
  theme: ColorTheme;
  look: ChartLook;
}

/** What the options of a chart are made from. */
export interface ChartOptionsInput {
  /** As it is now: its series are those that the options are made for, in the same order. */
  state: () => ChartState;
  look: ChartLook;
  theme: ColorTheme;
  timeZone?: string;
  /** Of the panel's own choice, a time axis for each; empty means {@link timeZone}. */
  timeZones: (string | undefined)[];
  cursorSync: DashboardModel['cursorSync'];
  paths: PathBuilders;
  makers: RangeMakers;
  tzDate: (time: number) => Date;
  /** Width of a text in pixels. */
  measure: (text: string, font: string) => number;
  onZoom: (range: { from: number; to: number }) => void;
  /** Whether somebody wants to know of a cursor that no pointer of this chart moves. */
  isFollowed: () => boolean;
  /** Undefined when the cursor has left. */
  onCursor: (cursor?: ChartCursor) => void;
  /** The plotting area, or what it shows, has changed. */
  onLayout: (u: uPlot) => void;
}

/** Everything of uPlot's options but the size. Pure: nothing of it touches the page. */
export function chartOptions(
  input: ChartOptionsInput,
): Omit<uPlot.Options, 'width' | 'height'> {
  const { state } = input;
  const { scales, axes } = chartScales(input);
  const time = timeAxes(input);
  let nearest: number | undefined;

  return {
    ms: 1,
    tzDate: input.tzDate,
    // Right: half of a time, which would be cut at the end of the axis.
    padding: [8, 20, 0, null],
    legend: { show: false },
    series: [{}, ...chartSeries(input)],
    scales: {
      x: {
        time: true,
        range: () => [state().range.from, state().range.to],
      },
      ...scales,
    },
    axes: [...time.axes, ...axes],
    cursor: crosshair({
      cursorSync: input.cursorSync,
      pointColor: (index, at) => pointColor(state(), index, at),
      onZoomOut: () => input.onZoom(wider(state().range)),
    }),
    focus: { alpha: 1 },
    hooks: {
      drawClear: [
        u => drawRegions(u, state().regions, state().look.region),
        u => drawThresholds(u, state()),
      ],
      drawAxes: [time.drawNames, input.onLayout],
      draw: [u => drawMarks(u, state()), u => drawValues(u, state())],
      setSelect: [
        u => {
          const { left, width } = u.select;
          if (width > 0) {
            // Charts that share the pointer are marked too, by no event of their own.
            if (u.cursor.event) {
              input.onZoom({
                from: Math.round(u.posToVal(left, 'x')),
                to: Math.round(u.posToVal(left + width, 'x')),
              });
            }
            u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
          }
        },
      ],
      setSeries: [
        (_u, index, change) => {
          // As given to `setSeries`; uPlot's types know only the series' own options.
          if ((change as { focus?: boolean }).focus) {
            nearest = index ? index - 1 : undefined;
          }
        },
      ],
      setCursor: [
        u =>
          // Two dozen charts follow one pointer: those that only move a line do no more than that.
          input.onCursor(
            u.cursor.event || input.isFollowed()
              ? cursorOf(u, nearest)
              : undefined,
          ),
      ],
    },
  };
}

/** The same middle, twice as long. */
export function wider({ from, to }: { from: number; to: number }) {
  const half = Math.round((to - from) / 2);
  return { from: from - half, to: to + half };
}

function cursorOf(
  { cursor }: uPlot,
  nearest: number | undefined,
): ChartCursor | undefined {
  const { idx, idxs, left = -1, top = -1, event } = cursor;
  if (left < 0 || idx === null || idx === undefined) {
    return undefined;
  }
  return {
    index: idx,
    indexes: idxs ? [...idxs].map(one => one ?? null) : [],
    left,
    top,
    nearest,
    isRemote: !event,
    isPinned: false,
  };
}

function pointColor(
  { series, values, theme }: ChartState,
  index: number,
  at: number | null,
): string {
  const one = series[index];
  const isByValue = one.style.gradientMode === 'scheme';
  const value = at === null ? undefined : values[index]?.[at];
  return isByValue && typeof value === 'number'
    ? valueColors(one.field, theme)(value)
    : one.color;
}
