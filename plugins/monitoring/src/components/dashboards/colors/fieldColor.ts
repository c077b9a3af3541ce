import {
  ColorTheme,
  DataField,
  reduceValues,
  seriesColor,
} from '@sightline/backstage-plugin-monitoring-common';
import { namedColor, PANEL_GROUND } from './namedColor';
import { luminanceOf, rgbOf } from './rgb';
import { shadeOf } from './shades';
import { valueColors } from './valueColors';

const PALETTE_SIZE = 64;
/** Colours of the palette that stand out less from the ground are not chosen by name. */
const LEAST_CONTRAST = 3;

/**
 * The one colour of a whole field, by the rules of Grafana's `getFieldSeriesColor`.
 *
 * @remarks
 * Modes by value take the field's last, least or greatest value (`seriesBy`).
 *
 * @returns for CSS
 */
export function fieldColor(field: DataField, theme: ColorTheme): string {
  const { mode, fixedColor, seriesBy = 'last' } = field.config.color ?? {};
  const index = field.state?.seriesIndex ?? 0;
  switch (mode) {
    case 'fixed':
      return namedColor(fixedColor, theme);
    case 'shades':
      return shadeOf(namedColor(fixedColor, theme), index);
    case 'palette-classic':
      return seriesColor(index, theme);
    case 'palette-classic-by-name': {
      const palette = readablePalette(theme);
      const name = field.state?.displayName ?? field.name;
      return palette[hashOf(name) % palette.length];
    }
    default: {
      const value =
        field.type === 'number'
          ? reduceValues(field.values as (number | null)[], seriesBy)
          : Number(field.values.at(-1) === true);
      return valueColors(field, theme)(value ?? 0);
    }
  }
}

const readable = new Map<ColorTheme, string[]>();

function readablePalette(theme: ColorTheme): string[] {
  let palette = readable.get(theme);
  if (!palette) {
    const ground = luminanceOf(rgbOf(PANEL_GROUND[theme])!);
    palette = Array.from({ length: PALETTE_SIZE }, (_, index) =>
      seriesColor(index, theme),
    ).filter(color => {
      const own = luminanceOf(rgbOf(color)!);
      const contrast =
        (Math.max(own, ground) + 0.05) / (Math.min(own, ground) + 0.05);
      return contrast >= LEAST_CONTRAST;
    });
    readable.set(theme, palette);
  }
  return palette;
}

/** Bernstein's hash with exclusive or, from the end, as the package `string-hash`. */
function hashOf(text: string): number {
  let hash = 5381;
  for (let at = text.length - 1; at >= 0; at--) {
    // eslint-disable-next-line no-bitwise
    hash = (hash * 33) ^ text.charCodeAt(at);
  }
  // eslint-disable-next-line no-bitwise
  return hash >>> 0;
}
