/** Degrees from the top at which a dial begins and ends. */
const BEGIN = -115;
const END = 115;

/** A point on a circle around 0,0; an angle of 0 is the top. */
function point(radius: number, degrees: number): string {
  const radians = ((degrees - 90) * Math.PI) / 180;
  const round = (value: number) => Math.round(value * 100) / 100;
  return `${round(radius * Math.cos(radians))},${round(
    radius * Math.sin(radians),
  )}`;
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
  const angle = (share: number) => BEGIN + share * (END - BEGIN);
  const isLong = angle(to) - angle(from) > 180 ? 1 : 0;
  return `M${point(
    radius,
    angle(from),
  )}A${radius},${radius} 0 ${isLong} 1 ${point(radius, angle(to))}`;
}
