import {
  ColorTheme,
  continuousColor,
  displayValue,
  ReduceOptions,
  resolveColor,
  thresholdColor,
} from '@sightline/backstage-plugin-monitoring-common';
import { PanelSeries } from '../series';
import { FigureItem, figureItems } from './figureItems';
import { GaugeLimits, gaugeLimits, gaugeShare } from './gaugeLimits';

/** A part of a gauge's scale between two thresholds. */
export interface GaugeBand {
  /** Shares of the scale, 0..1. */
  from: number;
  to: number;
  /** For CSS. */
  color: string;
}

/** A figure on a scale. */
export interface GaugeFigure extends FigureItem {
  limits: GaugeLimits;
  /** How far along the scale it is: 0..1. */
  share: number;
  /** For CSS. */
  color: string;
  /** What the thresholds say of the scale; empty when they say nothing. */
  bands: GaugeBand[];
  /** The colour of the scale at a place, 0..1, for CSS. */
  colorAt: (share: number) => string;
}

/** The figures of a gauge or bar gauge panel. */
export function gaugeFigures(
  series: PanelSeries[],
  options: ReduceOptions,
  look: { theme: ColorTheme; timeZone?: string },
): GaugeFigure[] {
  return figureItems(series, options, look.timeZone).map(item => {
    const { config } = item.series;
    const limits = gaugeLimits(config, series);
    const share = gaugeShare(item.value, limits);
    const display = displayValue(item.value, config, {
      timeZone: look.timeZone,
      bounds: limits,
    });
    const colorAt = (place: number) => {
      const value = limits.min + place * (limits.max - limits.min);
      const named =
        config.color?.mode === 'thresholds'
          ? thresholdColor(value, config.thresholds, limits)
          : undefined;
      return (
        continuousColor(config.color?.mode, place, look.theme) ??
        (named ? resolveColor(named, look.theme) : item.series.color)
      );
    };
    return {
      ...item,
      display,
      limits,
      share,
      colorAt,
      color: display.color
        ? resolveColor(display.color, look.theme)
        : colorAt(share),
      bands: bandsOf(item, limits, look.theme),
    };
  });
}

function bandsOf(
  { series }: FigureItem,
  limits: GaugeLimits,
  theme: ColorTheme,
): GaugeBand[] {
  const { mode, steps = [] } = series.config.thresholds ?? {};
  if (steps.length < 2) {
    return [];
  }
  const place = (value: number) =>
    mode === 'percentage'
      ? Math.min(1, Math.max(0, value / 100))
      : gaugeShare(value, limits);
  return steps
    .map(({ value, color }, index) => ({
      from: place(value),
      to: index + 1 < steps.length ? place(steps[index + 1].value) : 1,
      color: resolveColor(color, theme),
    }))
    .filter(({ from, to }) => to > from);
}
