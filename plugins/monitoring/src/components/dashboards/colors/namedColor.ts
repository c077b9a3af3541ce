import {
  ColorTheme,
  resolveColor,
} from '@sightline/backstage-plugin-monitoring-common';

/** What Grafana takes where a colour is missing. */
export const FALLBACK_COLOR = '#808080';

/** The ground on which Grafana draws panels. */
export const PANEL_GROUND: Record<ColorTheme, string> = {
  dark: '#181b1f',
  light: '#ffffff',
};

/** A colour as dashboards name it, for CSS; grey where there is none. */
export function namedColor(
  color: string | undefined,
  theme: ColorTheme,
): string {
  return color ? resolveColor(color, theme) : FALLBACK_COLOR;
}
