import {
  ColorTheme,
  resolveColor,
} from '@sightline/backstage-plugin-monitoring-common';
import { PANEL_GROUND } from './namedColor';
import { hexOf, Rgb, rgbOf } from './rgb';

const GROUND = 'panel-bg';

/** Between which colours Grafana's continuous modes go. */
const NAMED: Record<string, string> = {
  'continuous-GrYlRd': 'green yellow red',
  'continuous-RdYlGr': 'red yellow green',
  'continuous-BlYlRd': 'dark-blue super-light-yellow dark-red',
  'continuous-YlRd': 'super-light-yellow dark-red',
  'continuous-BlPu': 'blue purple',
  'continuous-YlBl': 'super-light-yellow dark-blue',
  'continuous-blues': `${GROUND} dark-blue`,
  'continuous-reds': `${GROUND} dark-red`,
  'continuous-greens': `${GROUND} dark-green`,
  'continuous-purples': `${GROUND} dark-purple`,
};

/** Matplotlib's scales (CC0) and cividis, evenly sampled: the error is at most 7 of 255. */
const SAMPLED: Record<string, string> = {
  'continuous-viridis':
    '440154 48186a 472d7b 424086 3b528b 33638d 2c728e 26828e 21918c 1fa088 28ae80 3fbc73 5ec962 84d44b addc30 d8e219 fde725',
  'continuous-magma':
    '000004 0a0822 1d1147 36106b 51127c 6a1c81 832681 9c2e7f b73779 d0416f e75263 f56b5c fc8961 fea772 fec488 fde2a3 fcfdbf',
  'continuous-plasma':
    '0d0887 310597 4c02a1 6600a7 7e03a8 9511a1 aa2395 bc3587 cc4778 da5a6a e66c5c f0804e f89540 fdac33 fdc527 f8df25 f0f921',
  'continuous-inferno':
    '000004 0b0724 210c4a 3d0965 57106e 71196e 8a226a a32c61 bc3754 d24644 e45a31 f1731d f98e09 fcac11 f9cb35 f2ea69 fcffa4',
  'continuous-cividis':
    '002051 012b65 11366c 26426e 3c4d6e 51586e 62646f 727071 7f7c75 8c8877 9a9478 a9a177 bbaf71 cebd68 e2cb5c f3da4f fdea45',
};

/** The colour at a share, 0..1, of a scale. */
export type Spectrum = (share: number) => string;

/**
 * The scale of one of Grafana's continuous colour modes.
 *
 * @returns undefined for modes that are not continuous
 */
export function spectrum(
  mode: string | undefined,
  theme: ColorTheme,
): Spectrum | undefined {
  if (mode && Object.hasOwn(NAMED, mode)) {
    const colors = NAMED[mode]
      .split(' ')
      .map(name =>
        name === GROUND ? PANEL_GROUND[theme] : resolveColor(name, theme),
      )
      .map(color => rgbOf(color)!);
    return share => hexOf(spline(colors, within(share)));
  }
  if (mode && Object.hasOwn(SAMPLED, mode)) {
    const colors = SAMPLED[mode].split(' ').map(color => rgbOf(`#${color}`)!);
    return share => hexOf(between(colors, within(share)));
  }
  return undefined;
}

function within(share: number): number {
  return Math.min(1, Math.max(0, Number.isNaN(share) ? 0 : share));
}

function between(colors: Rgb[], share: number): Rgb {
  const last = colors.length - 1;
  const index = Math.min(last - 1, Math.floor(share * last));
  const weight = share * last - index;
  return colors[index].map(
    (part, at) => part + (colors[index + 1][at] - part) * weight,
  ) as Rgb;
}

/** A uniform cubic B-spline that goes through its first and last colour, as d3's `interpolateRgbBasis`. */
function spline(colors: Rgb[], share: number): Rgb {
  const last = colors.length - 1;
  const index = Math.min(last - 1, Math.floor(share * last));
  const t = share * last - index;
  const weights = [
    (1 - t) ** 3,
    4 - 6 * t ** 2 + 3 * t ** 3,
    1 + 3 * t + 3 * t ** 2 - 3 * t ** 3,
    t ** 3,
  ];
  return [0, 1, 2].map(part => {
    const [start, end] = [colors[index][part], colors[index + 1][part]];
    const before = index > 0 ? colors[index - 1][part] : 2 * start - end;
    const after = index < last - 1 ? colors[index + 2][part] : 2 * end - start;
    return (
      (weights[0] * before +
        weights[1] * start +
        weights[2] * end +
        weights[3] * after) /
      6
    );
  }) as Rgb;
}
