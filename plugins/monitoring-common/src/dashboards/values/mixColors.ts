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
  const [from, to] = [channels(one), channels(other)];
  return from && to
    ? `#${from
        .map((value, index) =>
          Math.round(value + (to[index] - value) * weight)
            .toString(16)
            .padStart(2, '0'),
        )
        .join('')}`
    : one;
}

/**
 * A colour that lets the ground through.
 *
 * @param color - `#rrggbb`; another notation stays as it is
 * @param alpha - 0..1
 */
export function withAlpha(color: string, alpha: number): string {
  const parts = channels(color);
  return parts ? `rgba(${parts.join(', ')}, ${alpha.toFixed(3)})` : color;
}

function channels(color: string): number[] | undefined {
  const [, ...parts] =
    /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color) ?? [];
  return parts.length ? parts.map(part => parseInt(part, 16)) : undefined;
}
