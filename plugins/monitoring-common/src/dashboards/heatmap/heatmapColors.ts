import { HeatmapOptions } from '../model/readHeatmapOptions';
import { ColorTheme, resolveColor } from '../values/palette';
import { mixColors, withAlpha } from '../values/mixColors';

/** The first and last colours and those between them; of ColorBrewer (Apache-2.0) and matplotlib. */
const SCHEMES: Record<string, string> = {
  Blues: 'f7fbff deebf7 c6dbef 9ecae1 6baed6 4292c6 2171b5 08519c 08306b',
  Greens: 'f7fcf5 e5f5e0 c7e9c0 a1d99b 74c476 41ab5d 238b45 006d2c 00441b',
  Greys: 'ffffff f0f0f0 d9d9d9 bdbdbd 969696 737373 525252 252525 000000',
  Oranges: 'fff5eb fee6ce fdd0a2 fdae6b fd8d3c f16913 d94801 a63603 7f2704',
  Purples: 'fcfbfd efedf5 dadaeb bcbddc 9e9ac8 807dba 6a51a3 54278f 3f007d',
  Reds: 'fff5f0 fee0d2 fcbba1 fc9272 fb6a4a ef3b2c cb181d a50f15 67000d',
  YlOrRd: 'ffffcc ffeda0 fed976 feb24c fd8d3c fc4e2a e31a1c bd0026 800026',
  Spectral:
    '9e0142 d53e4f f46d43 fdae61 fee08b ffffbf e6f598 abdda4 66c2a5 3288bd 5e4fa2',
  RdYlGn:
    'a50026 d73027 f46d43 fdae61 fee08b ffffbf d9ef8b a6d96a 66bd63 1a9850 006837',
  Viridis:
    '440154 482878 3e4989 31688e 26828e 1f9e89 35b779 6ece58 b5de2b fde725',
};
const USUAL_SCHEME = 'Spectral';

/** When Grafana turns a scheme round, so that few is what is near the ground. */
const TURNED: Record<string, 'always' | ColorTheme> = {
  Spectral: 'always',
  RdYlGn: 'always',
  Viridis: 'light',
};

/**
 * The colours of a heatmap from the fewest to the most, for CSS.
 *
 * @public
 */
export function heatmapPalette(
  { mode, scheme, fill, exponent, steps, reverse }: HeatmapOptions['color'],
  theme: ColorTheme,
): string[] {
  const shares = Array.from({ length: steps }, (_, at) => at / (steps - 1));
  if (mode === 'opacity') {
    const color = resolveColor(fill, theme);
    return shares.map(share => withAlpha(color, share ** exponent));
  }
  const name = Object.hasOwn(SCHEMES, scheme) ? scheme : USUAL_SCHEME;
  const colors = SCHEMES[name].split(' ').map(one => `#${one}`);
  const turned = TURNED[name] ?? 'dark';
  const isTurned = (turned === 'always' || turned === theme) !== reverse;
  const palette = shares.map(share => mixColors(colors, share));
  return isTurned ? palette.reverse() : palette;
}

/**
 * The position of a value in a palette: the range is cut into equal parts, as Grafana does.
 *
 * @public
 */
export function paletteIndex(
  value: number,
  range: { min: number; max: number },
  length: number,
): number {
  const share = (value - range.min) / (range.max - range.min || 1);
  return Math.min(length - 1, Math.max(0, Math.floor(share * length)));
}
