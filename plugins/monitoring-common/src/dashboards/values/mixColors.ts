/** Red, green and blue, each 0..255. */
export type Rgb = [red: number, green: number, blue: number];

/**
 * The colour at a place between several ones that are evenly spread.
 *
 * @param colors - `#rrggbb`, at least one
 * @param share - 0 is the first, 1 the last
 * @public
 */
export function mixColors(colors: string[], share: number): string {
  const position = Math.min(1, Math.max(0, share)) * (colors.length - 1);
  const before = Math.floor(position);
  const [one, other] = [colors[before], colors[before + 1] ?? colors[before]];
  const weight = position - before;
  const [from, to] = [rgbOf(one), rgbOf(other)];
  return from && to
    ? hexOf(
        from.map((value, index) => value + (to[index] - value) * weight) as Rgb,
      )
    : one;
}

/**
 * The colour at a place of a uniform cubic B-spline through the first and the last colour, the way
 * D3's `interpolateRgbBasis` blends.
 *
 * @param share - 0..1
 */
export function splineColor(colors: Rgb[], share: number): string {
  const last = colors.length - 1;
  const piece = Math.min(last - 1, Math.floor(share * last));
  const t = share >= 1 ? 1 : share * last - piece;
  const [b, c] = [colors[piece], colors[piece + 1]];
  const mirrored = (near: Rgb, far: Rgb) =>
    near.map((value, index) => 2 * value - far[index]);
  const a = piece > 0 ? colors[piece - 1] : mirrored(b, c);
  const d = piece < last - 1 ? colors[piece + 2] : mirrored(c, b);
  const channels = b.map((_, index) =>
    Math.round(
      ((1 - t) ** 3 * a[index] +
        (4 - 6 * t ** 2 + 3 * t ** 3) * b[index] +
        (1 + 3 * t + 3 * t ** 2 - 3 * t ** 3) * c[index] +
        t ** 3 * d[index]) /
        6,
    ),
  );
  return `rgb(${channels.join(', ')})`;
}

/**
 * The parts of a colour.
 *
 * @param color - `#rgb`, `#rrggbb`, `rgb(…)` or `rgba(…)`
 * @returns undefined for other notations
 * @public
 */
export function rgbOf(color: string): Rgb | undefined {
  const [, short, long] =
    /^#(?:([0-9a-f]{3})[0-9a-f]?|([0-9a-f]{6})(?:[0-9a-f]{2})?)$/i.exec(
      color,
    ) ?? [];
  const hex = short ?? long;
  if (hex) {
    const size = hex.length / 3;
    return [0, 1, 2].map(index => {
      const digits = hex.slice(index * size, (index + 1) * size);
      return parseInt(size === 1 ? digits + digits : digits, 16);
    }) as Rgb;
  }
  const [, ...parts] =
    /^rgba?\(\s*(\d+(?:\.\d+)?)\s*,\s*(\d+(?:\.\d+)?)\s*,\s*(\d+(?:\.\d+)?)/i.exec(
      color,
    ) ?? [];
  return parts.length ? (parts.map(Number) as Rgb) : undefined;
}

/** `#rrggbb` of parts that may have fractions. */
export function hexOf(rgb: Rgb): string {
  return `#${rgb
    .map(value => Math.round(value).toString(16).padStart(2, '0'))
    .join('')}`;
}
