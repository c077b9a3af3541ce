import { JsonObject } from '@backstage/types';
import { asChoice, asNumber, asObject, asText } from './json';

/**
 * How a series of a time series panel is drawn.
 *
 * @public
 */
export interface GraphStyle {
  drawStyle: 'line' | 'bars' | 'points';
  lineInterpolation: 'linear' | 'smooth' | 'stepBefore' | 'stepAfter';
  /** Pixels. */
  lineWidth: number;
  /** Lengths of dashes and gaps in pixels; empty for a solid line. */
  dashes: number[];
  /** Percent, 0..100. */
  fillOpacity: number;
  /** Name of the series down to which the area is filled, instead of down to zero. */
  fillBelowTo?: string;
  gradientMode: 'none' | 'opacity' | 'hue' | 'scheme';
  showPoints: 'auto' | 'always' | 'never';
  /** Pixels across. */
  pointSize: number;
  /** Whether gaps are bridged: never, always, or up to so many milliseconds. */
  spanNulls: boolean | number;
  stacking: { mode: 'none' | 'normal' | 'percent'; group: string };
  axisPlacement: 'auto' | 'left' | 'right' | 'hidden';
  axisLabel?: string;
  axisSoftMin?: number;
  axisSoftMax?: number;
  /** Base of the logarithmic scale; absent means linear. */
  logBase?: number;
  thresholdsStyle:
    | 'off'
    | 'line'
    | 'dashed'
    | 'area'
    | 'line+area'
    | 'dashed+area';
  hideFrom: { viz: boolean; legend: boolean; tooltip: boolean };
  /** Values are drawn with the opposite sign. */
  negativeY: boolean;
}

/**
 * Understands the drawing options of a time series panel; what is missing gets Grafana's
 * default.
 *
 * @param custom - {@link FieldConfig.custom}
 * @public
 */
export function readGraphStyle(custom: JsonObject): GraphStyle {
  const stacking = asObject(custom.stacking);
  const scale = asObject(custom.scaleDistribution);
  const hideFrom = asObject(custom.hideFrom);
  return {
    drawStyle: asChoice(custom.drawStyle, ['line', 'bars', 'points']),
    lineInterpolation: asChoice(custom.lineInterpolation, [
      'linear',
      'smooth',
      'stepBefore',
      'stepAfter',
    ]),
    lineWidth: asNumber(custom.lineWidth) ?? 1,
    dashes: readDashes(asObject(custom.lineStyle)),
    fillOpacity: Math.min(100, Math.max(0, asNumber(custom.fillOpacity) ?? 0)),
    fillBelowTo: asText(custom.fillBelowTo),
    gradientMode: asChoice(custom.gradientMode, [
      'none',
      'opacity',
      'hue',
      'scheme',
    ]),
    showPoints: asChoice(custom.showPoints, ['auto', 'always', 'never']),
    pointSize: asNumber(custom.pointSize) ?? 5,
    spanNulls:
      custom.spanNulls === true || (asNumber(custom.spanNulls) ?? false),
    stacking: {
      mode: asChoice(stacking.mode, ['none', 'normal', 'percent']),
      group: asText(stacking.group) ?? 'A',
    },
    axisPlacement: asChoice(custom.axisPlacement, [
      'auto',
      'left',
      'right',
      'hidden',
    ]),
    axisLabel: asText(custom.axisLabel),
    axisSoftMin: asNumber(custom.axisSoftMin),
    axisSoftMax: asNumber(custom.axisSoftMax),
    logBase: scale.type === 'log' ? asNumber(scale.log) ?? 10 : undefined,
    thresholdsStyle: asChoice(asObject(custom.thresholdsStyle).mode, [
      'off',
      'line',
      'dashed',
      'area',
      'line+area',
      'dashed+area',
    ]),
    hideFrom: {
      viz: hideFrom.viz === true,
      legend: hideFrom.legend === true,
      tooltip: hideFrom.tooltip === true,
    },
    negativeY: custom.transform === 'negative-Y',
  };
}

function readDashes({ fill, dash }: JsonObject): number[] {
  const lengths = Array.isArray(dash)
    ? dash.flatMap(length => asNumber(length) ?? [])
    : [];
  switch (fill) {
    case 'dash':
      return lengths.length ? lengths : [10, 10];
    case 'dot':
      return lengths.length ? lengths : [0, 10];
    default:
      return [];
  }
}
