import { Sparkline } from '@sightline/backstage-plugin-monitoring-common';
import { MonitoringTimeRange } from '../../../api';

/** A line and the area below it, as paths of SVG. */
export interface SparklinePath {
  line: string;
  area: string;
  /** Where the value is that the figure tells. */
  highlight?: { x: number; y: number };
  /** At which height the figure is. */
  highlightLine?: number;
}

/** Room for the line's width and the mark of the value. */
const MARGIN = 3;

/**
 * Draws values over time into a box of the given size; gaps stay open.
 *
 * @param box - `range`: the time that the width stands for, when the values lie in it; `interval`:
 * what is further apart, in milliseconds, is not connected
 * @returns undefined with fewer than two values
 */
export function sparklinePath(
  { times, values, highlightIndex, highlightValue }: Sparkline,
  box: {
    width: number;
    height: number;
    range?: MonitoringTimeRange;
    interval?: number;
  },
): SparklinePath | undefined {
  const points = times.flatMap((time, index) => {
    const value = values[index];
    return typeof value === 'number' && Number.isFinite(value)
      ? [{ time, value, index }]
      : [];
  });
  if (points.length < 2) {
    return undefined;
  }
  const numbers = points.map(({ value }) => value);
  const low = numbers.reduce((a, b) => Math.min(a, b));
  const high = numbers.reduce((a, b) => Math.max(a, b));
  const [first, last] = [points[0].time, points[points.length - 1].time];
  const { range } = box;
  const isWithin = range && first >= range.from && last <= range.to;
  const start = isWithin ? range.from : first;
  const span = (isWithin ? range.to : last) - start || 1;
  const x = (time: number) => round(((time - start) / span) * box.width);
  const y = (value: number) =>
    high === low
      ? round(box.height / 2)
      : round(
          box.height -
            MARGIN -
            ((value - low) / (high - low)) * (box.height - 2 * MARGIN),
        );

  const gap = (box.interval ?? Infinity) * 1.5;
  const parts: (typeof points)[] = [];
  for (const point of points) {
    const part = parts[parts.length - 1];
    const before = part?.[part.length - 1];
    if (
      before &&
      before.index === point.index - 1 &&
      point.time - before.time <= gap
    ) {
      part.push(point);
    } else {
      parts.push([point]);
    }
  }
  const lineOf = (part: typeof points) =>
    part.map(({ time, value }) => `${x(time)},${y(value)}`).join('L');
  const marked = points.find(({ index }) => index === highlightIndex);
  return {
    line: parts.map(part => `M${lineOf(part)}`).join(''),
    area: parts
      .map(
        part =>
          `M${x(part[0].time)},${box.height}L${lineOf(part)}L${x(
            part[part.length - 1].time,
          )},${box.height}Z`,
      )
      .join(''),
    highlight: marked && { x: x(marked.time), y: y(marked.value) },
    highlightLine: highlightValue === undefined ? undefined : y(highlightValue),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
