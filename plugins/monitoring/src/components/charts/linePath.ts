import { Plot } from './plot';

/** A line as an SVG path, and the area between it and a base line. */
export interface LinePath {
  line: string;
  area: string;
}

/**
 * Draws values over time; where there is none, the line has a gap. A value that stands alone is
 * a dot, drawn as a line of no length.
 *
 * @param times - ascending, Unix seconds
 * @param values - one per time
 * @param base - value of the line below the area
 */
export function linePath(
  times: number[],
  values: (number | null)[],
  plot: Plot,
  base: number = 0,
): LinePath {
  const ground = plot.y(base);
  let line = '';
  let area = '';
  for (const run of runs(times, values)) {
    const points = run.map(({ time, value }) => [plot.x(time), plot.y(value)]);
    const path = points.map(([x, y]) => `${x} ${y}`).join('L');
    line += points.length === 1 ? `M${path}h0` : `M${path}`;
    area += `M${points[0][0]} ${ground}L${path}L${
      points[points.length - 1][0]
    } ${ground}Z`;
  }
  return { line, area };
}

function runs(times: number[], values: (number | null)[]) {
  const found: { time: number; value: number }[][] = [];
  let current: { time: number; value: number }[] = [];
  times.forEach((time, index) => {
    const value = values[index];
    if (typeof value === 'number' && Number.isFinite(value)) {
      current.push({ time, value });
    } else if (current.length > 0) {
      found.push(current);
      current = [];
    }
  });
  return current.length > 0 ? [...found, current] : found;
}
