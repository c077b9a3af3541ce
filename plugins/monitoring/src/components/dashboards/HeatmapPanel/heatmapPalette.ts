import * as chromatic from 'd3-scale-chromatic';
import {
  ColorTheme,
  HeatmapOptions,
  resolveColor,
  rgbOf,
} from '@sightline/backstage-plugin-monitoring-common';

const USUAL_SCHEME = 'Spectral';

/** When Grafana turns a scheme round, so that few is what is near the ground. */
const TURNED: Record<'always' | ColorTheme, string> = {
  always:
    'BrBG PiYG PRGn PuOr RdBu RdGy RdYlBu RdYlGn Spectral Rainbow Sinebow',
  dark:
    'Blues Greens Greys Oranges Purples Reds BuGn BuPu GnBu OrRd PuBuGn PuBu ' +
    'PuRd RdPu YlGnBu YlGn YlOrBr YlOrRd',
  light: 'Turbo Cividis Viridis Magma Inferno Plasma Warm Cool Cubehelix',
};
const WHEN_TURNED = new Map(
  Object.entries(TURNED).flatMap(([when, names]) =>
    names.split(' ').map(name => [name, when]),
  ),
);

/**
 * The colours of a heatmap from the fewest to the most, for CSS.
 *
 * @see Grafana's `quantizeScheme`
 */
export function heatmapPalette(
  options: HeatmapOptions['color'],
  theme: ColorTheme,
): string[] {
  const { mode, fill, scale, steps, reverse } = options;
  const shares = Array.from({ length: steps }, (_, at) => at / (steps - 1));
  if (mode === 'opacity') {
    const [red, green, blue] = rgbOf(resolveColor(fill, theme)) ?? [
      255, 120, 10,
    ];
    const exponent = scale === 'linear' ? 1 : options.exponent;
    return shares.map(
      share =>
        `rgba(${red}, ${green}, ${blue}, ${(share ** exponent).toFixed(3)})`,
    );
  }
  const name = WHEN_TURNED.has(options.scheme) ? options.scheme : USUAL_SCHEME;
  const colorAt = interpolatorOf(name);
  const palette = shares.map(share => hexOf(colorAt(share)));
  const when = WHEN_TURNED.get(name);
  const isTurned = (when === 'always' || when === theme) !== reverse;
  return isTurned ? palette.reverse() : palette;
}

function interpolatorOf(name: string): (share: number) => string {
  const key = `interpolate${
    name === 'Cubehelix' ? 'CubehelixDefault' : name
  }` as 'interpolateSpectral';
  return chromatic[key];
}

function hexOf(color: string): string {
  if (!color.startsWith('rgb')) {
    return color;
  }
  const parts = color.match(/\d+(\.\d+)?/g) ?? [];
  return `#${parts
    .slice(0, 3)
    .map(part => Math.round(Number(part)).toString(16).padStart(2, '0'))
    .join('')}`;
}

/**
 * The position of a value in a palette: the range is cut into equal parts.
 *
 * @see Grafana's `valuesToFills`
 */
export function paletteIndex(
  value: number,
  range: { min: number; max: number },
  length: number,
): number {
  const share = (value - range.min) / (range.max - range.min || 1);
  return Math.min(length - 1, Math.max(0, Math.floor(share * length)));
}
