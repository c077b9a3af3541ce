import type uPlot from 'uplot';
import {
  ColorTheme,
  continuousColors,
  resolveColor,
} from '@sightline/backstage-plugin-monitoring-common';
import { hueShifted } from '../colors';
import { PanelSeries, scaleKey, withOpacity } from '../series';

type Paint = string | CanvasGradient;
type Stop = [value: number, color: string];

/** From the colour at the top of the chart to nothing at its bottom. */
export function opacityGradient(
  u: uPlot,
  color: string,
  opacity: number,
): Paint {
  return fromTop(u, withOpacity(color, opacity), withOpacity(color, 0));
}

/** From a brighter neighbour of the colour at the top to a darker one at the bottom. */
export function hueGradient(
  u: uPlot,
  color: string,
  opacity: number,
  theme: ColorTheme,
): Paint {
  const [top, bottom] = hueShifted(color, theme);
  return fromTop(u, withOpacity(top, opacity), withOpacity(bottom, opacity));
}

function fromTop(u: uPlot, top: string, bottom: string): Paint {
  const { top: start, height } = u.bbox;
  const gradient = u.ctx.createLinearGradient(0, start, 0, start + height);
  gradient.addColorStop(0, top);
  gradient.addColorStop(1, bottom);
  return gradient;
}

/** At each value the colour that the thresholds, or a continuous mode, give it. */
export function schemeGradient(
  u: uPlot,
  series: PanelSeries,
  opacity: number,
  theme: ColorTheme,
): Paint {
  const { config } = series;
  const key = scaleKey(series);
  const paint = (color: string) =>
    withOpacity(resolveColor(color, theme), opacity);
  if (config.color?.mode === 'thresholds') {
    const { steps, mode } = config.thresholds ?? {
      steps: [],
      mode: 'absolute',
    };
    const place =
      mode === 'percentage' ? percentOf(u, series) : (value: number) => value;
    const stops = steps.map(
      ({ value, color }): Stop => [place(value), paint(color)],
    );
    return stops.length
      ? scaleGradient(u, key, stops, true)
      : withOpacity(series.color, opacity);
  }
  const colors = continuousColors(config.color?.mode, theme);
  if (!colors) {
    return withOpacity(series.color, opacity);
  }
  const place = percentOf(u, series);
  return scaleGradient(
    u,
    key,
    colors.map(
      (color, index): Stop => [
        place((index / (colors.length - 1)) * 100),
        paint(color),
      ],
    ),
    false,
  );
}

/** Where a percentage lies between the author's limits, else those of what is drawn. */
export function percentOf(
  u: uPlot,
  { config, style, ...series }: PanelSeries,
): (percent: number) => number {
  const { softMin, softMax } = style.axis;
  const [dataMin, dataMax] = dataRange(
    u,
    scaleKey({ config, style, ...series }),
  );
  const min = config.min ?? softMin ?? dataMin;
  const max = config.max ?? softMax ?? dataMax;
  return percent => min + ((max - min) * percent) / 100;
}

function dataRange(u: uPlot, key: string): [number, number] {
  const { min: start = 0, max: end = 100 } = u.scales[key] ?? {};
  let [min, max] = [Infinity, -Infinity];
  u.series.forEach(({ show, scale }, index) => {
    if (!show || scale !== key) {
      return;
    }
    for (const value of u.data[index] ?? []) {
      if (typeof value === 'number') {
        min = Math.min(min, value);
        max = Math.max(max, value);
      }
    }
  });
  return min < max ? [min, max] : [start ?? 0, end ?? 100];
}

/**
 * A gradient along the value axis.
 *
 * @param isStepped - whether a colour holds until the next stop, instead of blending into it
 */
export function scaleGradient(
  u: uPlot,
  key: string,
  stops: Stop[],
  isStepped: boolean,
): Paint {
  const { min, max } = u.scales[key] ?? {};
  if (typeof min !== 'number' || typeof max !== 'number') {
    return stops[0][1];
  }
  const first = Math.max(
    0,
    stops.findLastIndex(([value]) => value <= min),
  );
  const found = stops.findIndex(
    ([value], index) => index >= first && value >= max,
  );
  const last = found < 0 ? stops.length - 1 : found;
  const position = (value: number) =>
    Math.round(u.valToPos(Math.min(Number.MAX_VALUE, value), key, true));
  const start = position(stops[first][0] === -Infinity ? min : stops[first][0]);
  const end = position(stops[last][0]);
  if (first === last || start === end) {
    return stops[last][1];
  }
  const gradient = u.ctx.createLinearGradient(0, start, 0, end);
  for (let index = first; index <= last; index++) {
    const [value, color] = stops[index];
    const place = index === first ? start : position(value);
    const share = Math.min(1, Math.max(0, (start - place) / (start - end)));
    if (isStepped && index > first) {
      gradient.addColorStop(share, stops[index - 1][1]);
    }
    gradient.addColorStop(share, color);
  }
  return gradient;
}
