import {
  ColorTheme,
  DataField,
  Heatmap,
  HeatmapOptions,
} from '@sightline/backstage-plugin-monitoring-common';
import { roundTicks, ValueScale } from '../plot';
import { valueTicks } from '../series';

const LEAST_SPACE = 30;
/** Pixels that a text of the axis needs. */
const TEXT_HEIGHT = 14;

/** The vertical axis of a heatmap, whatever it measures. */
export function heatmapScale(
  { axis }: Heatmap,
  options: HeatmapOptions,
  look: { length: number; theme: ColorTheme; timeZone?: string },
): ValueScale {
  const { min, max } = axis;
  const log = (value: number) => Math.log(value) / Math.log(axis.base);
  const isLog = axis.scale === 'log' && min > 0;
  const [low, high] = isLog ? [log(min), log(max)] : [min, max];
  const span = high - low || 1;
  const upright = (value: number) => {
    if (isLog && value <= 0) {
      return 0;
    }
    return ((isLog ? log(value) : value) - low) / span;
  };
  return {
    min,
    max,
    place: options.yAxis.reverse
      ? value => 1 - upright(value)
      : value => upright(value),
    ticks: axis.ticks
      ? thinned(axis.ticks, look.length)
      : valuesOf({ isLog, low, high, base: axis.base }, axis.config, look),
  };
}

/** Every second one, until they have room, always with the first one. */
function thinned(
  ticks: { at: number; text: string }[],
  length: number,
): { at: number; text: string }[] {
  let every = 1;
  while (
    ticks.length / every > 2 &&
    (length / ticks.length) * every < TEXT_HEIGHT
  ) {
    every *= 2;
  }
  return ticks.filter((_, index) => index % every === 0);
}

function valuesOf(
  scale: { isLog: boolean; low: number; high: number; base: number },
  config: DataField['config'],
  look: { length: number; theme: ColorTheme; timeZone?: string },
): { at: number; text: string }[] {
  const { isLog, low, high, base } = scale;
  const field: DataField = { name: '', type: 'number', config, values: [] };
  if (isLog) {
    const most = Math.max(2, Math.floor(look.length / LEAST_SPACE));
    const every = Math.max(1, Math.ceil((high - low) / most));
    const ticks: { at: number; text: string }[] = [];
    for (
      let exponent = Math.ceil(low - 1e-9);
      exponent <= high + 1e-9;
      exponent += every
    ) {
      const at = base ** exponent;
      ticks.push({ at, text: valueTicks([at], 0, field, look)[0] });
    }
    return ticks;
  }
  const least = (LEAST_SPACE / Math.max(1, look.length)) * (high - low);
  const { ticks, increment } = roundTicks(low, high, least);
  const texts = valueTicks(ticks, increment, field, look);
  return ticks.map((at, index) => ({ at, text: texts[index] }));
}
