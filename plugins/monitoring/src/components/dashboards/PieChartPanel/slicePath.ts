/** A point at an angle from the top, in radians, around 0,0. */
export function slicePoint(
  radius: number,
  angle: number,
): { x: number; y: number } {
  const round = (value: number) => Math.round(value * 100) / 100 || 0;
  return {
    x: round(radius * Math.sin(angle)),
    y: round(-radius * Math.cos(angle)),
  };
}

/**
 * A slice of a pie or a ring as a path of SVG, around 0,0.
 *
 * @param inner - radius of the hole; 0 for a pie
 */
export function slicePath(
  { start, end }: { start: number; end: number },
  outer: number,
  inner: number,
): string {
  const isWhole = end - start >= 2 * Math.PI - 1e-6;
  if (isWhole) {
    return `${circle(outer, 1)}${inner > 0 ? circle(inner, 0) : ''}`;
  }
  const isLong = end - start > Math.PI ? 1 : 0;
  const at = (radius: number, angle: number) => {
    const { x, y } = slicePoint(radius, angle);
    return `${x},${y}`;
  };
  const arc = `M${at(outer, start)}A${outer},${outer} 0 ${isLong} 1 ${at(
    outer,
    end,
  )}`;
  return inner > 0
    ? `${arc}L${at(inner, end)}A${inner},${inner} 0 ${isLong} 0 ${at(
        inner,
        start,
      )}Z`
    : `${arc}L0,0Z`;
}

function circle(radius: number, sweep: 0 | 1): string {
  return `M0,${-radius}A${radius},${radius} 0 1 ${sweep} 0,${radius}A${radius},${radius} 0 1 ${sweep} 0,${-radius}Z`;
}
