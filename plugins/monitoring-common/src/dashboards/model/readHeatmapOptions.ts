import { JsonObject } from '@backstage/types';
import { asChoice, asNumber, asObject, asText } from './json';

/** @public */
export interface HeatmapOptions {
  /** Pixels between two cells. */
  cellGap: number;
  color: {
    mode: 'scheme' | 'opacity';
    /** Name of the scheme: `Oranges`. */
    scheme: string;
    /** Colour of all cells when `mode` is `opacity`. */
    fill: string;
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
  yAxis: { unit?: string; decimals?: number; reverse: boolean };
  /** Of the cells. */
  valueUnit?: string;
  /** Cells up to this value stay empty. */
  emptyUpTo: number;
  showLegend: boolean;
  showTooltip: boolean;
}

/**
 * The options of a heatmap panel; what is missing gets Grafana's default.
 *
 * @public
 */
export function readHeatmapOptions(options: JsonObject): HeatmapOptions {
  const color = asObject(options.color);
  const yAxis = asObject(options.yAxis);
  return {
    cellGap: Math.min(20, Math.max(0, asNumber(options.cellGap) ?? 1)),
    color: {
      mode: asChoice(color.mode, ['scheme', 'opacity']),
      scheme: asText(color.scheme) ?? 'Oranges',
      fill: asText(color.fill) ?? 'dark-orange',
      exponent: asNumber(color.exponent) ?? 0.5,
      steps: Math.min(128, Math.max(2, asNumber(color.steps) ?? 64)),
      reverse: color.reverse === true,
      min: asNumber(color.min),
      max: asNumber(color.max),
    },
    yAxis: {
      unit: asText(yAxis.unit),
      decimals: asNumber(yAxis.decimals),
      reverse: yAxis.reverse === true,
    },
    valueUnit: asText(asObject(options.cellValues).unit),
    emptyUpTo: asNumber(asObject(options.filterValues).le) ?? 1e-9,
    showLegend: asObject(options.legend).show !== false,
    showTooltip: asObject(options.tooltip).mode !== 'none',
  };
}
