/** A period in Unix seconds. */
export interface TimeSpan {
  from: number;
  to: number;
}

/** The values that a chart shows, from bottom to top. */
export interface ValueScale {
  min: number;
  max: number;
  /** Equal factors are equally far apart; then `min` is above 0. */
  logarithmic?: boolean;
}

/** Where a chart draws, in pixels from its upper left corner. */
export interface Plot {
  width: number;
  height: number;
  /** Unix seconds to pixels. */
  x(time: number): number;
  /** A value to pixels; what lies outside the scale stands at its edge. */
  y(value: number): number;
}

/** Maps times and values to pixels. */
export function plotOf(
  size: { width: number; height: number },
  span: TimeSpan,
  scale: ValueScale,
): Plot {
  const { width, height } = size;
  const seconds = span.to - span.from || 1;
  const share = (value: number) =>
    scale.logarithmic
      ? Math.log(Math.max(value, scale.min) / scale.min) /
        Math.log(scale.max / scale.min)
      : (value - scale.min) / (scale.max - scale.min || 1);
  return {
    width,
    height,
    x: time => round(((time - span.from) / seconds) * width),
    y: value => round((1 - Math.min(1, Math.max(0, share(value)))) * height),
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
