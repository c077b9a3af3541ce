import {
  ColorTheme,
  continuousColors,
} from '@sightline/backstage-plugin-monitoring-common';
import { GaugeFigure } from '../figures';

/**
 * The colours of a bar with a gradient, for CSS: those of the scale up to the figure.
 *
 * @param length - of the whole scale, in pixels
 */
export function barGradient(
  figure: GaugeFigure,
  isUpright: boolean,
  length: number,
  theme: ColorTheme,
): string {
  const { config, bands, share, display } = figure;
  const direction = isUpright ? '0deg' : '90deg';
  const colors = continuousColors(config.color?.mode, theme);
  if (colors) {
    const stops = colors.map(
      (color, index) =>
        `${color} ${Math.round((index / (colors.length - 1)) * length)}px`,
    );
    return `linear-gradient(${direction}, ${stops.join(', ')})`;
  }
  const reached = bands.filter(({ from }) => from === 0 || from <= share);
  if (reached.length < 2) {
    return display.color;
  }
  // A colour is reached half way between its limit and the one before.
  const stops = reached.slice(1).map(({ color, from }, index) => {
    const middle = ((reached[index].from + from) / 2) * length;
    return `${color} ${Math.round(middle)}px`;
  });
  return `linear-gradient(${direction}, ${[
    `${reached[0].color} 0px`,
    ...stops,
  ].join(', ')})`;
}
