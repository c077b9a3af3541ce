import {
  distribute,
  TimelineRow,
} from '@sightline/backstage-plugin-monitoring-common';
import { axisNamesWidth } from './axisNamesWidth';
import { Box, TIME_AXIS_HEIGHT } from '../plot';
import { ElementSize } from '../followSize';

const TOP = 4;
const RIGHT = 20;

/** Where the rows of a timeline lie, in pixels. */
export interface RowPlaces {
  area: Box;
  rows: { top: number; height: number }[];
}

/** A row alone has all the height; several share it, with some space between them. */
export function rowPlaces(
  rows: TimelineRow[],
  rowHeight: number,
  size: ElementSize,
): RowPlaces {
  const left = axisNamesWidth(rows, size.width);
  const area: Box = {
    left,
    top: TOP,
    width: Math.max(1, size.width - left - RIGHT),
    height: Math.max(1, size.height - TOP - TIME_AXIS_HEIGHT),
  };
  return {
    area,
    rows: distribute(rows.length, rows.length > 1 ? rowHeight : 1).map(
      ({ offset, size: share }) => ({
        top: area.top + offset * area.height,
        height: share * area.height,
      }),
    ),
  };
}

/** The row at a place of the plot, in pixels. */
export function rowAt(
  { area, rows }: RowPlaces,
  x: number,
  y: number,
): number | undefined {
  const row = rows.findIndex(({ top, height }) => y >= top && y < top + height);
  return row < 0 || x < area.left || x > area.left + area.width
    ? undefined
    : row;
}
