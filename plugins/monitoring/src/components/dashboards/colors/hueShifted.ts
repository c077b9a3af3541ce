import {
  ColorTheme,
  rgbOf,
} from '@sightline/backstage-plugin-monitoring-common';

/**
 * The two ends of Grafana's gradient `hue`: a brighter neighbour of a colour and a darker one.
 *
 * @returns as CSS writes them; colours that cannot be taken apart stay as they are
 */
export function hueShifted(
  color: string,
  theme: ColorTheme,
): [top: string, bottom: string] {
  const rgb = rgbOf(color);
  if (!rgb) {
    return [color, color];
  }
  const [hue, saturation, lightness] = hslOf(rgb);
  return [
    hsl(hue + 20, saturation + 0.2, lightness + 0.2),
    hsl(hue - 25, saturation, lightness - (theme === 'dark' ? 0.15 : 0.05)),
  ];
}

function hsl(hue: number, saturation: number, lightness: number): string {
  const percent = (share: number) =>
    `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%`;
  return `hsl(${Math.round((hue + 360) % 360)}, ${percent(
    saturation,
  )}, ${percent(lightness)})`;
}

function hslOf(rgb: readonly number[]): [number, number, number] {
  const parts = rgb.map(part => part / 255);
  const [most, least] = [Math.max(...parts), Math.min(...parts)];
  const spread = most - least;
  const lightness = (most + least) / 2;
  if (spread === 0) {
    return [0, 0, lightness];
  }
  const sector = parts.indexOf(most);
  const turn = (parts[(sector + 1) % 3] - parts[(sector + 2) % 3]) / spread;
  return [
    60 * ((turn + 2 * sector + 6) % 6),
    spread / (lightness > 0.5 ? 2 - most - least : most + least),
    lightness,
  ];
}
