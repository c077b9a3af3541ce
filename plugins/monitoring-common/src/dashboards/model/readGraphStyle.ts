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
  lineStyle: 'solid' | 'dash' | 'dot';
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
  /** Whether the values are written beside their points. */
  showValues: boolean;
  /** On which side of its time a bar stands: before, around, after. */
  barAlignment: -1 | 0 | 1;
  /** Part of the room between two times that a bar takes, 0..1. */
  barWidthFactor: number;
  /** Pixels. */
  barMaxWidth: number;
  /** Whether gaps are bridged: never, always, or those shorter than so many milliseconds. */
  spanNulls: boolean | number;
  /** Milliseconds without a value that make a gap; absent means the interval of the data. */
  insertNulls?: number;
  stacking: { mode: 'none' | 'normal' | 'percent'; group: string };
  axis: AxisStyle;
  scale: ScaleDistribution;
  thresholdsStyle:
    | 'off'
    | 'line'
    | 'dashed'
    | 'area'
    | 'line+area'
    | 'dashed+area';
  hideFrom: { viz: boolean; legend: boolean; tooltip: boolean };
  /** Values are drawn with the opposite sign, or the first of them as a line across. */
  transform?: 'negative-Y' | 'constant';
}

/** The value axis that a series is measured by. @public */
export interface AxisStyle {
  placement: 'auto' | 'left' | 'right' | 'hidden';
  label?: string;
  /** Pixels; absent means as wide as its texts. */
  width?: number;
  /** Whether its texts have the colour of the series. */
  colorMode: 'text' | 'series';
  showBorder: boolean;
  /** Absent means: as the first axis has one. */
  showGrid?: boolean;
  centeredZero: boolean;
  softMin?: number;
  softMax?: number;
}

/** How values are spread over an axis. @public */
export interface ScaleDistribution {
  type: 'linear' | 'log' | 'symlog' | 'ordinal';
  /** Of logarithmic scales. */
  base: 2 | 10;
  /** Of `symlog`: up to which value the scale is linear. */
  linearThreshold: number;
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
  const hideFrom = asObject(custom.hideFrom);
  const lineStyle = asObject(custom.lineStyle);
  return {
    drawStyle: asChoice(custom.drawStyle, ['line', 'bars', 'points']),
    lineInterpolation: asChoice(custom.lineInterpolation, [
      'linear',
      'smooth',
      'stepBefore',
      'stepAfter',
    ]),
    lineWidth: asNumber(custom.lineWidth) ?? 1,
    lineStyle: asChoice(lineStyle.fill, ['solid', 'dash', 'dot']),
    dashes: readDashes(lineStyle),
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
    showValues: custom.showValues === true,
    barAlignment: readAlignment(custom.barAlignment),
    barWidthFactor: asNumber(custom.barWidthFactor) ?? 0.6,
    barMaxWidth: asNumber(custom.barMaxWidth) ?? 200,
    spanNulls:
      custom.spanNulls === true || (asNumber(custom.spanNulls) ?? false),
    insertNulls: positive(custom.insertNulls),
    stacking: {
      mode: asChoice(stacking.mode, ['none', 'normal', 'percent']),
      group: asText(stacking.group) ?? 'A',
    },
    axis: readAxis(custom),
    scale: readScale(asObject(custom.scaleDistribution)),
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
    transform: readTransform(custom.transform),
  };
}

function readAxis(custom: JsonObject): AxisStyle {
  return {
    placement: asChoice(custom.axisPlacement, [
      'auto',
      'left',
      'right',
      'hidden',
    ]),
    label: asText(custom.axisLabel),
    width: positive(custom.axisWidth),
    colorMode: asChoice(custom.axisColorMode, ['text', 'series']),
    showBorder: custom.axisBorderShow === true,
    showGrid:
      typeof custom.axisGridShow === 'boolean'
        ? custom.axisGridShow
        : undefined,
    centeredZero: custom.axisCenteredZero === true,
    softMin: asNumber(custom.axisSoftMin),
    softMax: asNumber(custom.axisSoftMax),
  };
}

function readScale(scale: JsonObject): ScaleDistribution {
  return {
    type: asChoice(scale.type, ['linear', 'log', 'symlog', 'ordinal']),
    base: asNumber(scale.log) === 10 ? 10 : 2,
    linearThreshold: positive(scale.linearThreshold) ?? 1,
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

function readAlignment(value: unknown): GraphStyle['barAlignment'] {
  const number = asNumber(value);
  return number === -1 || number === 1 ? number : 0;
}

function readTransform(value: unknown): GraphStyle['transform'] {
  return value === 'negative-Y' || value === 'constant' ? value : undefined;
}

function positive(value: unknown): number | undefined {
  const number = asNumber(value);
  return number !== undefined && number > 0 ? number : undefined;
}
