/** Degrees from the top at which a dial begins and ends. */
const BEGIN = -115;
const END = 115;

/** A point on a circle around 0,0; an angle of 0 is the top. */
function point(radius: number, degrees: number): { x: number; y: number } {
  const radians = ((degrees - 90) * Math.PI) / 180;
  const round = (value: number) => Math.round(value * 100) / 100;
  return {
    x: round(radius * Math.cos(radians)),
    y: round(radius * Math.sin(radians)),
  };
}

/** Degrees from the top at a share of the scale, 0..1. */
function angleAt(share: number): number {
  return BEGIN + share * (END - BEGIN);
}

/** Where a share of the scale is, 0..1, around 0,0. */
export function gaugePoint(
  radius: number,
  share: number,
): { x: number; y: number } {
  return point(radius, angleAt(share));
}

/**
 * A part of a dial as a path of SVG, around 0,0.
 *
 * @param from - share of the scale, 0..1
 * @param to - share of the scale, not before `from`
 * @returns an empty path when there is nothing to draw
 */
export function gaugeArc(radius: number, from: number, to: number): string {
  if (!(to > from)) {
    return '';
  }
  const isLong = angleAt(to) - angleAt(from) > 180 ? 1 : 0;
  const [start, end] = [gaugePoint(radius, from), gaugePoint(radius, to)];
  return `M${start.x},${start.y}A${radius},${radius} 0 ${isLong} 1 ${end.x},${end.y}`;
}
