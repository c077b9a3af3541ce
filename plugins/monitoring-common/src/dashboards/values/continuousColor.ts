import { RAMPS } from './colorRamps';
import { rgbOf, splineColor } from './mixColors';
import { ColorTheme, resolveColor } from './palette';

/** Colours of Grafana's continuous modes, from the smallest value to the largest. */
const MODES: Record<string, string> = {
  'continuous-GrYlRd': 'green yellow red',
  'continuous-RdYlGr': 'red yellow green',
  'continuous-BlYlRd': 'dark-blue super-light-yellow dark-red',
  'continuous-YlRd': 'super-light-yellow dark-red',
  'continuous-BlPu': 'blue purple',
  'continuous-YlBl': 'super-light-yellow dark-blue',
  'continuous-blues': 'panel-bg dark-blue',
  'continuous-reds': 'panel-bg dark-red',
  'continuous-greens': 'panel-bg dark-green',
  'continuous-purples': 'panel-bg dark-purple',
};

/** Whether a colour mode colours by where a value lies between its bounds. */
function isContinuousMode(mode: string | undefined): mode is string {
  return (
    mode !== undefined &&
    (Object.hasOwn(MODES, mode) ||
      Object.hasOwn(RAMPS, mode) ||
      mode === 'continuous-cividis')
  );
}

/**
 * The colour of a value in one of Grafana's continuous colour modes.
 *
 * @param share - where the value lies between its bounds: 0..1
 * @returns for CSS; undefined for other modes
 * @public
 */
export function continuousColor(
  mode: string | undefined,
  share: number,
  theme: ColorTheme,
): string | undefined {
  if (!isContinuousMode(mode)) {
    return undefined;
  }
  const place = Math.min(1, Math.max(0, Number.isNaN(share) ? 0 : share));
  if (mode === 'continuous-cividis') {
    return cividis(place);
  }
  if (Object.hasOwn(RAMPS, mode)) {
    const at = Math.min(255, Math.floor(place * 256)) * 6;
    return `#${RAMPS[mode].slice(at, at + 6)}`;
  }
  const colors = namedColors(mode, theme);
  return splineColor(
    colors.map(color => rgbOf(color) ?? [0, 0, 0]),
    place,
  );
}

/**
 * The colours that a continuous mode goes through, for a legend or a gradient.
 *
 * @returns undefined for other modes
 * @public
 */
export function continuousColors(
  mode: string | undefined,
  theme: ColorTheme,
): string[] | undefined {
  if (!isContinuousMode(mode)) {
    return undefined;
  }
  return Object.hasOwn(MODES, mode)
    ? namedColors(mode, theme)
    : Array.from(
        { length: 9 },
        (_, index) => continuousColor(mode, index / 8, theme) ?? '',
      );
}

function namedColors(mode: string, theme: ColorTheme): string[] {
  return MODES[mode].split(' ').map(name => resolveColor(name, theme));
}

/** The polynomials of Nuñez, Anderton and Renslow (2018), as D3 evaluates them. */
function cividis(t: number): string {
  const channel = (...[first, ...others]: number[]) =>
    Math.max(
      0,
      Math.min(
        255,
        Math.round(
          first + others.reduceRight((sum, factor) => t * (factor + sum), 0),
        ),
      ),
    );
  return `rgb(${[
    channel(-4.54, -35.34, 2381.73, -6402.7, 7024.72, -2710.57),
    channel(32.49, 170.73, 52.82, -131.46, 176.58, -67.37),
    channel(81.24, 442.36, -2482.43, 6167.24, -6614.94, 2475.67),
  ].join(', ')})`;
}
