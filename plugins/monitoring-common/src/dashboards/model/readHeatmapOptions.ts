import { JsonObject } from '@backstage/types';
import { asChoice, asNumber, asObject, asText } from './json';

/** @public */
export interface HeatmapOptions {
  /** Whether the values of series are counted, instead of being counts already. */
  calculate: boolean;
  /** How they are counted: see {@link readHeatmapCalculation}. */
  calculation: JsonObject;
  /** Where a bucket lies beside its bound: below, above, around; `auto` looks at the labels. */
  layout: 'auto' | 'le' | 'ge' | 'unknown';
  /** What the counts are called. */
  valueName?: string;
  /** Scale on which buckets are as high as they are wide; absent: all are equally high. */
  bucketScale?: { type: 'linear' | 'log' | 'symlog'; base: 2 | 10 };
  /** Pixels between two cells. */
  cellGap: number;
  /** Pixels that the corners of cells are rounded by. */
  cellRadius: number;
  color: {
    mode: 'scheme' | 'opacity';
    /** Name of the scheme: `Oranges`. */
    scheme: string;
    /** Colour of all cells when `mode` is `opacity`. */
    fill: string;
    /** How the opacity grows: with a power of the value, or evenly. */
    scale: 'exponential' | 'linear';
    /** Of the opacity. */
    exponent: number;
    /** How many colours there are. */
    steps: number;
    reverse: boolean;
    /** Value of the first colour; absent: the smallest of the data. */
    min?: number;
    /** Value of the last colour; absent: the largest of the data. */
    max?: number;
  };
  yAxis: {
    unit?: string;
    decimals?: number;
    min?: number;
    max?: number;
    reverse: boolean;
    placement: 'left' | 'right' | 'hidden';
    label?: string;
    /** Pixels; absent: as its texts need. */
    width?: number;
  };
  /** How the counts are written. */
  cellValues: { unit?: string; decimals?: number };
  /** Whether counts are written into the cells: where they fit, or everywhere. */
  showValue: 'auto' | 'always' | 'never';
  /** Cells up to this value stay empty. */
  emptyUpTo: number;
  /** Cells from this value on stay empty. */
  emptyFrom: number;
  showLegend: boolean;
  tooltip: {
    mode: 'single' | 'multi' | 'none';
    /** Whether it shows how the column's counts spread. */
    yHistogram: boolean;
    showColorScale: boolean;
  };
}

/**
 * The options of a heatmap panel; what is missing gets Grafana's default.
 *
 * @public
 */
export function readHeatmapOptions(options: JsonObject): HeatmapOptions {
  const color = asObject(options.color);
  const yAxis = asObject(options.yAxis);
  const filter = asObject(options.filterValues);
  const rows = asObject(options.rowsFrame);
  const cells = asObject(options.cellValues);
  const tooltip = asObject(options.tooltip);
  return {
    calculate: options.calculate === true,
    calculation: asObject(options.calculation),
    layout: asChoice(rows.layout, ['auto', 'le', 'ge', 'unknown']),
    valueName: asText(rows.value),
    bucketScale: readBucketScale(asObject(rows.yBucketScale)),
    cellGap: clamp(asNumber(options.cellGap) ?? 1, 0, 20),
    cellRadius: clamp(asNumber(options.cellRadius) ?? 0, 0, 100),
    color: {
      mode: asChoice(color.mode, ['scheme', 'opacity']),
      scheme: asText(color.scheme) ?? 'Oranges',
      fill: asText(color.fill) ?? 'dark-orange',
      scale: asChoice(color.scale, ['exponential', 'linear']),
      exponent: asNumber(color.exponent) ?? 0.5,
      steps: Math.round(clamp(asNumber(color.steps) ?? 64, 2, 256)),
      reverse: color.reverse === true,
      min: asNumber(color.min),
      max: asNumber(color.max),
    },
    yAxis: {
      unit: asText(yAxis.unit),
      decimals: asNumber(yAxis.decimals),
      min: asNumber(yAxis.min),
      max: asNumber(yAxis.max),
      reverse: yAxis.reverse === true,
      placement: asChoice(yAxis.axisPlacement, ['left', 'right', 'hidden']),
      label: asText(yAxis.axisLabel),
      width: asNumber(yAxis.axisWidth),
    },
    cellValues: {
      unit: asText(cells.unit),
      decimals: asNumber(cells.decimals),
    },
    showValue: asChoice(options.showValue, ['auto', 'always', 'never']),
    emptyUpTo: asNumber(filter.le) ?? 1e-9,
    emptyFrom: asNumber(filter.ge) ?? Infinity,
    showLegend: asObject(options.legend).show !== false,
    tooltip: {
      mode:
        tooltip.show === false
          ? 'none'
          : asChoice(tooltip.mode, ['single', 'multi', 'none']),
      yHistogram: tooltip.yHistogram === true,
      showColorScale: tooltip.showColorScale === true,
    },
  };
}

function readBucketScale(scale: JsonObject): HeatmapOptions['bucketScale'] {
  const base = scale.log === 10 ? 10 : 2;
  switch (scale.type) {
    case 'linear':
    case 'log':
    case 'symlog':
      return { type: scale.type, base };
    default:
      return undefined;
  }
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
