/** A line and the area below it, as paths of SVG. */
export interface SparklinePath {
  line: string;
  area: string;
}

/**
 * Draws values over time into a box of the given size; gaps stay open.
 *
 * @returns undefined with fewer than two values
 */
export function sparklinePath(
  times: number[],
  values: (number | null)[],
  width: number,
  height: number,
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
  const start = points[0].time;
  const span = points[points.length - 1].time - start || 1;
  const x = (time: number) => round(((time - start) / span) * width);
  const y = (value: number) =>
    high === low
      ? round(height / 2)
      : round(height - ((value - low) / (high - low)) * height);

  const parts: (typeof points)[] = [];
  for (const point of points) {
    const part = parts[parts.length - 1];
    if (part && part[part.length - 1].index === point.index - 1) {
      part.push(point);
    } else {
      parts.push([point]);
    }
  }
  const lineOf = (part: typeof points) =>
    part.map(({ time, value }) => `${x(time)},${y(value)}`).join('L');
  return {
    line: parts.map(part => `M${lineOf(part)}`).join(''),
    area: parts
      .map(
        part =>
          `M${x(part[0].time)},${height}L${lineOf(part)}L${x(
            part[part.length - 1].time,
          )},${height}Z`,
      )
      .join(''),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
