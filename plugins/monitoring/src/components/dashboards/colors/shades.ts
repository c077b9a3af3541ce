import { hexOf, hslOf, Rgb, rgbOf, rgbOfHsl } from './rgb';

const STEPS = 6;
const MOST_SPIN = 10;
const MOST_CHANGE = 0.35;

/**
 * The shade of a colour for the series at a position: the colour itself, then by turns a brighter
 * and a darker one, each further away and a little turned in hue, as Grafana's mode `shades`.
 */
export function shadeOf(color: string, index: number): string {
  const rgb = rgbOf(color);
  const place = index % (2 * STEPS - 1);
  if (!rgb || place === 0) {
    return color;
  }
  const step = Math.ceil(place / 2) / STEPS;
  const [hue, saturation, lightness] = hslOf(rgb);
  const isBrighter = place % 2 === 1;
  if (isBrighter) {
    const spun = rgbOfHsl(hue + step * MOST_SPIN, saturation, lightness);
    const more = Math.round(255 * step * MOST_CHANGE);
    return hexOf(spun.map(part => part + more) as Rgb);
  }
  return hexOf(
    rgbOfHsl(
      hue - step * MOST_SPIN,
      saturation,
      lightness - step * MOST_CHANGE,
    ),
  );
}
