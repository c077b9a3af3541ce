import { contrastRatio } from './contrast';
import { ColorTheme, classicPalette, resolveColor } from './palette';
import { PALETTES } from './palettes';

/** Below it, a colour is left out of the palettes that promise to be readable. */
const LEAST_CONTRAST = 3;
const READABLE = new Set(['palette-classic-by-name', 'palette-colorblind']);

/** Whether a colour mode gives each series a colour of a palette. */
export function isPaletteMode(mode: string | undefined): mode is string {
  return (
    mode !== undefined &&
    (mode === 'palette-classic' ||
      mode === 'palette-classic-by-name' ||
      Object.hasOwn(PALETTES, mode))
  );
}

/** Each is worked out once: every series of a graph asks for one colour of it. */
const palettes = new Map<string, readonly string[]>();

/**
 * The colours of one of Grafana's palettes, for CSS.
 *
 * @param mode - of those that {@link isPaletteMode} knows
 */
export function seriesPalette(
  mode: string,
  theme: ColorTheme,
): readonly string[] {
  const key = `${theme}/${mode}`;
  let colors = palettes.get(key);
  if (!colors) {
    colors = workOutPalette(mode, theme);
    palettes.set(key, colors);
  }
  return colors;
}

function workOutPalette(mode: string, theme: ColorTheme): string[] {
  const colors = Object.hasOwn(PALETTES, mode)
    ? PALETTES[mode].split(' ').map(digits => `#${digits}`)
    : classicPalette(theme);
  const ground = resolveColor('panel-bg', theme);
  return READABLE.has(mode)
    ? colors.filter(color => contrastRatio(color, ground) >= LEAST_CONTRAST)
    : colors;
}

/** The place in a palette that a name always has (Bernstein's hash, as Grafana uses it). */
export function placeOfName(name: string, length: number): number {
  let hash = 5381;
  for (let index = name.length - 1; index >= 0; index--) {
    // eslint-disable-next-line no-bitwise
    hash = (hash * 33) ^ name.charCodeAt(index);
  }
  // eslint-disable-next-line no-bitwise
  return (hash >>> 0) % length;
}
