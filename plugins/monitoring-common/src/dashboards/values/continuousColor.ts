import { mixColors } from './mixColors';
import { ColorTheme, resolveColor } from './palette';

const MODES: Record<string, string> = {
  'continuous-GrYlRd': 'green yellow red',
  'continuous-RdYlGr': 'red yellow green',
  'continuous-BlYlRd': 'dark-blue super-light-yellow dark-red',
  'continuous-YlRd': 'super-light-yellow dark-red',
  'continuous-BlPu': 'blue purple',
  'continuous-YlBl': 'super-light-yellow dark-blue',
};

/** One hue on the ground of the theme. */
const HUES: Record<string, string> = {
  'continuous-blues': 'dark-blue',
  'continuous-reds': 'dark-red',
  'continuous-greens': 'dark-green',
  'continuous-purples': 'dark-purple',
};

/**
 * The colour of a value in one of Grafana's continuous colour modes.
 *
 * @param share - where the value lies between its bounds: 0..1
 * @returns undefined for other modes
 * @public
 */
export function continuousColor(
  mode: string | undefined,
  share: number,
  theme: ColorTheme,
): string | undefined {
  if (mode && Object.hasOwn(HUES, mode)) {
    const ground = theme === 'dark' ? '#181b1f' : '#ffffff';
    return mixColors([ground, resolveColor(HUES[mode], theme)], share);
  }
  return mode && Object.hasOwn(MODES, mode)
    ? mixColors(
        MODES[mode].split(' ').map(name => resolveColor(name, theme)),
        share,
      )
    : undefined;
}
