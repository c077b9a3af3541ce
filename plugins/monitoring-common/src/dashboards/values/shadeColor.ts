import { hexOf, Rgb, rgbOf } from './mixColors';

type Hsl = [hue: number, saturation: number, lightness: number];

/** How many shades there are above the colour itself, and below it. */
const SHADES = 6;
const LARGEST_TURN = 10;
const LARGEST_STEP = 35;

/**
 * One of Grafana's shades of a colour: turned and brightened, or turned back and darkened, in
 * turns.
 *
 * @param color - of which the parts are known; another one stays as it is
 * @param index - 0 is the colour itself
 */
export function shadeColor(color: string, index: number): string {
  const place = index % (2 * SHADES - 1);
  const rgb = rgbOf(color);
  if (place === 0 || !rgb) {
    return color;
  }
  const step = Math.ceil(place / 2) / SHADES;
  const isBright = place % 2 === 1;
  const [hue, saturation, lightness] = toHsl(rgb);
  const turn = step * LARGEST_TURN * (isBright ? 1 : -1);
  const turned = toRgb([(hue + turn + 360) % 360, saturation, lightness]);
  if (isBright) {
    // Halves are rounded down.
    const added = -Math.round((-255 * step * LARGEST_STEP) / 100);
    return hexOf(
      turned.map(value => Math.min(255, Math.round(value) + added)) as Rgb,
    );
  }
  const [h, s, l] = toHsl(turned);
  return hexOf(toRgb([h, s, Math.max(0, l - (step * LARGEST_STEP) / 100)]));
}

/** Hue in degrees, the others 0..1. */
function toHsl([red, green, blue]: Rgb): Hsl {
  const [r, g, b] = [red / 255, green / 255, blue / 255];
  const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)];
  const [spread, lightness] = [most - least, (most + least) / 2];
  if (spread === 0) {
    return [0, 0, lightness];
  }
  const saturation =
    spread / (lightness > 0.5 ? 2 - most - least : most + least);
  let sector = (r - g) / spread + 4;
  if (most === r) {
    sector = (g - b) / spread + (g < b ? 6 : 0);
  } else if (most === g) {
    sector = (b - r) / spread + 2;
  }
  return [sector * 60, saturation, lightness];
}

/** Grafana's shares have four digits. */
function toRgb([hue, exactSaturation, exactLightness]: Hsl): Rgb {
  const [saturation, lightness] = [exactSaturation, exactLightness].map(
    share => Math.trunc(share * 10_000) / 10_000,
  );
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (start: number) => {
    const place = (start + hue / 30) % 12;
    return (
      255 *
      (lightness - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1)))
    );
  };
  return [channel(0), channel(8), channel(4)];
}
