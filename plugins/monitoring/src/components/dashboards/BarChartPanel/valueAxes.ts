import {
  Bar,
  DataField,
  readGraphStyle,
} from '@sightline/backstage-plugin-monitoring-common';
import { axisWidth, Box, ValueScale, valueScale } from '../plot';
import { ElementSize } from '../followSize';
import { VALUE_ROOM } from './barTexts';
import type { BarLayoutInput } from './layoutBars';

/** An axis of values, and where it lies. */
export interface LaidAxis {
  scale: ValueScale;
  side: 'left' | 'right' | 'bottom' | 'top';
  distance: number;
  label?: string;
  isHidden: boolean;
}

const RIGHT = 12;
const AXIS_HEIGHT = 24;
const LABEL_SIZE = 16;

/**
 * The axes of the values, one for each unit, and what they leave to the bars.
 *
 * @returns `axisOf` gives the axis of a series that is shown
 */
export function valueAxes(
  input: BarLayoutInput,
  bars: {
    /** Indexes of the series that are drawn. */
    shown: number[];
    stacks: (Bar | null)[][];
    isUpright: boolean;
    /** Of the names of the groups, in pixels. */
    namesSize: number;
  },
): { axes: LaidAxis[]; axisOf: (series: number) => LaidAxis; area: Box } {
  const { data, size } = input;
  const { shown, stacks, isUpright, namesSize } = bars;
  const units = unitsOf(data.series, shown);
  // The axes need room, and their room tells how many ticks they have: a first guess is enough.
  const guess: Box = {
    left: 48,
    top: VALUE_ROOM,
    width: size.width - 48 - RIGHT,
    height: size.height - VALUE_ROOM - (isUpright ? namesSize : AXIS_HEIGHT),
  };
  const axes = units.map((members, index) =>
    laidAxis(input, { members, stacks, isUpright, index, area: guess }),
  );
  return {
    axes,
    axisOf: series => axes[units.findIndex(one => one.includes(series))],
    area: placeAxes(axes, namesSize, size, isUpright),
  };
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

function laidAxis(
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
