import {
  Bar,
  BarChartData,
  BarChartOptions,
  ColorTheme,
  distribute,
  readGraphStyle,
  stackBars,
} from '@sightline/backstage-plugin-monitoring-common';
import { Box, ValueScale } from '../plot';
import { ElementSize } from '../followSize';
import { withTexts } from './barTexts';
import { NameAxis, nameAxis } from './nameAxis';
import { LaidAxis, valueAxes } from './valueAxes';

/** What a bar chart is laid out from. */
export interface BarLayoutInput {
  data: BarChartData;
  options: BarChartOptions;
  /** One for each group. */
  names: string[];
  /** By series: whether it is drawn. */
  isVisible: boolean[];
  size: ElementSize;
  theme: ColorTheme;
}

/** A bar, in pixels. */
export interface LaidBar {
  series: number;
  group: number;
  box: Box;
  isNegative: boolean;
  /** The value as it is written, where there is room for it. */
  text?: string;
}

/** A bar chart, in pixels. */
export interface BarLayout {
  isUpright: boolean;
  area: Box;
  axes: LaidAxis[];
  names: NameAxis;
  bars: LaidBar[];
  /** Where the place of each group lies along the names. */
  slots: { from: number; to: number }[];
  /** Of the values, in pixels; absent when none are written. */
  fontSize?: number;
}

/** Where everything of a bar chart lies at a size. */
export function layoutBars(input: BarLayoutInput): BarLayout {
  const { data, options, size, isVisible } = input;
  const isUpright =
    options.orientation === 'auto'
      ? size.width >= size.height
      : options.orientation === 'vertical';
  const shown = data.series.flatMap((_, index) =>
    isVisible[index] ? [index] : [],
  );
  const stacks = stacksOf(data, options, shown);
  const names = nameAxis(input, isUpright);
  const { axes, axisOf, area } = valueAxes(input, {
    shown,
    stacks,
    isUpright,
    namesSize: names.size,
  });
  const [groupWidth, barWidth] = widthsOf(data, options, shown.length);
  const groups = distribute(input.names.length, groupWidth);
  const inGroup =
    options.stacking === 'none'
      ? distribute(shown.length, barWidth)
      : shown.map(() => ({ offset: 0, size: 1 }));
  const length = isUpright ? area.width : area.height;
  const start = isUpright ? area.left : area.top;

  const bars = input.names.flatMap((_, group) =>
    shown.flatMap((series, position) => {
      const bar = stacks[group][series];
      if (!bar) {
        return [];
      }
      const { offset, size: share } = inGroup[position];
      const from =
        start + (groups[group].offset + groups[group].size * offset) * length;
      const { scale } = axisOf(series);
      return [
        {
          series,
          group,
          isNegative: bar.to < bar.from,
          box: boxOf(bar, scale, area, isUpright, {
            from,
            size: groups[group].size * share * length,
          }),
        },
      ];
    }),
  );
  const gap = groups.length > 1 ? groups[1].offset - groups[0].size : 0;
  return {
    isUpright,
    area,
    axes,
    names,
    slots: groups.map(({ offset, size: share }) => ({
      from: start + (offset - gap / 2) * length,
      to: start + (offset + share + gap / 2) * length,
    })),
    ...withTexts(input, bars, stacks, area, isUpright),
  };
}

/** By group and series; a series that is not drawn has no bar. */
function stacksOf(
  { series }: BarChartData,
  { stacking }: BarChartOptions,
  shown: number[],
): (Bar | null)[][] {
  const signs = series.map(({ config }) =>
    readGraphStyle(config.custom).transform === 'negative-Y' ? -1 : 1,
  );
  return (series[0]?.values ?? []).map((_, group) =>
    stackBars(
      series.map(({ values }, index) => {
        const value = values[group];
        return typeof value === 'number' && shown.includes(index)
          ? value * signs[index]
          : null;
      }),
      stacking,
    ),
  );
}

/** Shares of groups and bars; a single series has its groups as wide as its bars. */
function widthsOf(
  { series }: BarChartData,
  { stacking, groupWidth, barWidth }: BarChartOptions,
  shown: number,
): [groupWidth: number, barWidth: number] {
  if (stacking !== 'none') {
    return [barWidth, 1];
  }
  if (shown === 1) {
    return [series.length === 1 ? barWidth : groupWidth, 1];
  }
  return [groupWidth, barWidth];
}

function boxOf(
  bar: Bar,
  scale: ValueScale,
  area: Box,
  isUpright: boolean,
  across: { from: number; size: number },
): Box {
  const clamp = (value: number) => Math.min(1, Math.max(0, scale.place(value)));
  const [low, high] = [clamp(bar.from), clamp(bar.to)].sort((a, b) => a - b);
  return isUpright
    ? {
        left: across.from,
        width: across.size,
        top: area.top + (1 - high) * area.height,
        height: (high - low) * area.height,
      }
    : {
        left: area.left + low * area.width,
        width: (high - low) * area.width,
        top: across.from,
        height: across.size,
      };
}
