import type uPlot from 'uplot';
import {
  GraphStyle,
  isColoredByValue,
} from '@sightline/backstage-plugin-monitoring-common';
import { PanelSeries, scaleKey, withOpacity } from '../series';
import type { ChartOptionsInput } from './chartOptions';
import { hueGradient, opacityGradient, schemeGradient } from './gradients';
import { lonePoints } from './lonePoints';

/** The shapes that uPlot can draw; given, so that these options need no uPlot. */
export interface PathBuilders {
  linear: uPlot.Series.PathBuilder;
  spline: uPlot.Series.PathBuilder;
  stepBefore: uPlot.Series.PathBuilder;
  stepAfter: uPlot.Series.PathBuilder;
  bars: (
    style: Pick<GraphStyle, 'barAlignment' | 'barWidthFactor' | 'barMaxWidth'>,
  ) => uPlot.Series.PathBuilder;
  none: uPlot.Series.PathBuilder;
}

/** uPlot's options of each series, in order. */
export function chartSeries(input: ChartOptionsInput): uPlot.Series[] {
  const { series, visible } = input.state();
  return series.map((one, index) => {
    const { style } = one;
    return {
      label: one.name,
      show: visible.has(one.key),
      scale: scaleKey(one),
      stroke: strokeOf(input, index),
      width: style.drawStyle === 'points' ? 0 : style.lineWidth,
      ...(style.lineStyle === 'dot' && { cap: 'round' as const }),
      ...(style.dashes.length > 0 && { dash: style.dashes }),
      fill: style.drawStyle === 'points' ? undefined : fillOf(input, index),
      paths: pathsOf(style, input.paths),
      spanGaps: style.spanNulls === true,
      points: pointsOf(input, index),
    };
  });
}

/**
 * The colour is asked for whenever the chart is drawn: a refresh may change it, and then the chart
 * need not be made again.
 */
function strokeOf(
  { state }: ChartOptionsInput,
  index: number,
): uPlot.Series.Stroke {
  return u => {
    const one = state().series[index];
    switch (gradientOf(one)) {
      case 'scheme':
        return schemeGradient(u, one, 1, state().theme);
      case 'hue':
        return hueGradient(u, one.color, 1, state().theme);
      default:
        return one.color;
    }
  };
}

function fillOf(
  { state }: ChartOptionsInput,
  index: number,
): uPlot.Series.Fill | undefined {
  const opacity = state().series[index].style.fillOpacity / 100;
  if (opacity === 0) {
    return undefined;
  }
  return u => {
    const one = state().series[index];
    switch (gradientOf(one)) {
      case 'opacity':
        return opacityGradient(u, one.color, opacity);
      case 'hue':
        return hueGradient(u, one.color, opacity, state().theme);
      case 'scheme':
        return schemeGradient(u, one, opacity, state().theme);
      default:
        return withOpacity(one.color, opacity);
    }
  };
}

/** Only colours by value make a scheme. */
function gradientOf({ style, config }: PanelSeries) {
  return style.gradientMode === 'scheme' &&
    !isColoredByValue(config.color?.mode)
    ? 'none'
    : style.gradientMode;
}

function pathsOf(
  style: GraphStyle,
  paths: PathBuilders,
): uPlot.Series.PathBuilder {
  switch (style.drawStyle) {
    case 'bars':
      return paths.bars(style);
    case 'points':
      return paths.none;
    default:
      switch (style.lineInterpolation) {
        case 'smooth':
          return paths.spline;
        case 'stepBefore':
          return paths.stepBefore;
        case 'stepAfter':
          return paths.stepAfter;
        default:
          return paths.linear;
      }
  }
}

function pointsOf(
  { state }: ChartOptionsInput,
  index: number,
): uPlot.Series.Points {
  const { style } = state().series[index];
  const { pointSize, lineWidth, spanNulls } = style;
  const isAuto = style.drawStyle !== 'points' && style.showPoints === 'auto';
  // uPlot calls what is there, even when it is undefined.
  const show = showPoints(style);
  const color: uPlot.Series.Stroke = u =>
    // As the line, which may be a gradient that is made once for both.
    (u.series[index + 1] as { _stroke?: string })._stroke ??
    state().series[index].color;
  return {
    ...(show !== undefined && { show }),
    ...(pointSize >= lineWidth && pointSize > 0 && { size: pointSize }),
    stroke: color,
    fill: color,
    filter: isAuto && spanNulls !== true ? lonePoints : () => null,
  };
}

/** Undefined leaves it to uPlot, which shows points that have room. */
function showPoints(style: GraphStyle): boolean | undefined {
  if (style.drawStyle === 'points' || style.showPoints === 'always') {
    return true;
  }
  return style.showPoints === 'never' || style.drawStyle === 'bars'
    ? false
    : undefined;
}
