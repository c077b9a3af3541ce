import {
  Bar,
  BarChartData,
  BarChartOptions,
  ColorTheme,
  DataField,
  distribute,
  readGraphStyle,
  stackBars,
} from '@sightline/backstage-plugin-monitoring-common';
import { axisWidth, Box, ValueScale, valueScale } from '../plot';
import { ElementSize } from '../followSize';
import { VALUE_ROOM, withTexts } from './barTexts';
import { NameAxis, nameAxis } from './nameAxis';

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

/** An axis of values, and where it lies. */
export interface LaidAxis {
  scale: ValueScale;
  side: 'left' | 'right' | 'bottom' | 'top';
  distance: number;
  label?: string;
  isHidden: boolean;
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

const RIGHT = 12;
const AXIS_HEIGHT = 24;
const LABEL_SIZE = 16;

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
  const units = unitsOf(data.series, shown);
  const names = nameAxis(input, isUpright);

  // The axes need room, and their room tells how many ticks they have: a first guess is enough.
  const guess: Box = {
    left: 48,
    top: VALUE_ROOM,
    width: size.width - 48 - RIGHT,
    height: size.height - VALUE_ROOM - (isUpright ? names.size : AXIS_HEIGHT),
  };
  const axes = units.map((members, index) =>
    axisOf(input, { members, stacks, isUpright, index, area: guess }),
  );
  const area = placeAxes(axes, names.size, size, isUpright);
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
      const scale = axes[units.findIndex(one => one.includes(series))].scale;
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

/** Series that are measured by the same axis: those of one unit. */
function unitsOf(series: DataField[], shown: number[]): number[][] {
  const units = new Map<string, number[]>();
  for (const index of shown) {
    const unit = series[index].config.unit ?? '';
    units.set(unit, [...(units.get(unit) ?? []), index]);
  }
  return [...units.values()];
}

function axisOf(
  { data, options, theme }: BarLayoutInput,
  {
    members,
    stacks,
    isUpright,
    index,
    area,
  }: {
    members: number[];
    stacks: (Bar | null)[][];
    isUpright: boolean;
    index: number;
    area: Box;
  },
): LaidAxis {
  let [min, max] = [Infinity, -Infinity];
  for (const group of stacks) {
    for (const member of members) {
      const bar = group[member];
      if (bar) {
        min = Math.min(min, bar.to);
        max = Math.max(max, bar.to);
      }
    }
  }
  const fields = members.map(member => data.series[member]);
  const { placement, label } = readGraphStyle(fields[0].config.custom).axis;
  const isSecond = placement === 'right';
  const upright = isSecond ? 'right' : 'left';
  const lying = isSecond ? 'top' : 'bottom';
  return {
    scale: valueScale({
      fields,
      data: { min, max },
      isPercent: options.stacking === 'percent',
      length: isUpright ? area.height : area.width,
      isHorizontal: !isUpright,
      theme,
    }),
    side: isUpright ? upright : lying,
    distance: index === 0 ? 0 : -1,
    label,
    isHidden: placement === 'hidden',
  };
}

/** Puts axes of one side beside each other, and says what they leave. */
function placeAxes(
  axes: LaidAxis[],
  namesSize: number,
  size: ElementSize,
  isUpright: boolean,
): Box {
  const room = { left: 0, right: 0, bottom: 0, top: 0 };
  for (const axis of axes) {
    axis.distance = room[axis.side];
    if (!axis.isHidden) {
      room[axis.side] +=
        (isUpright ? axisWidth(axis.scale) : AXIS_HEIGHT) +
        (axis.label ? LABEL_SIZE : 0);
    }
  }
  const left = isUpright ? room.left || 8 : namesSize;
  const bottom = isUpright ? namesSize : room.bottom || 8;
  const top = VALUE_ROOM + room.top;
  return {
    left,
    top,
    width: Math.max(1, size.width - left - Math.max(RIGHT, room.right)),
    height: Math.max(1, size.height - top - bottom),
  };
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
