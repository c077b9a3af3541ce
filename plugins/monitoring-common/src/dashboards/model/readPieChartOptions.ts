import { JsonObject } from '@backstage/types';
import { asChoice, asObject, asTexts } from './json';
import {
  LegendOptions,
  readLegendOptions,
  readReduceOptions,
  readTooltipOptions,
  ReduceOptions,
  TooltipOptions,
} from './readPanelOptions';

/** What is written of a slice. @public */
export type PieChartText = 'name' | 'value' | 'percent';

/** @public */
export interface PieChartOptions extends ReduceOptions {
  shape: 'pie' | 'donut';
  /** Of the slices, by their values. */
  sort: 'desc' | 'asc' | 'none';
  /** On the slices. */
  labels: PieChartText[];
  legend: LegendOptions & { values: PieChartText[] };
  tooltip: TooltipOptions;
}

const TEXTS: PieChartText[] = ['name', 'value', 'percent'];

/**
 * The options of a pie chart panel.
 *
 * @public
 */
export function readPieChartOptions(options: JsonObject): PieChartOptions {
  const { values } = asObject(options.legend);
  return {
    ...readReduceOptions(options),
    shape: asChoice(options.pieType, ['pie', 'donut']),
    sort: asChoice(options.sort, ['desc', 'asc', 'none']),
    labels: textsOf(options.displayLabels),
    legend: {
      ...readLegendOptions(options),
      values: Array.isArray(values) ? textsOf(values) : ['percent'],
    },
    tooltip: readTooltipOptions(options),
  };
}

function textsOf(json: unknown): PieChartText[] {
  const names = asTexts(json);
  return TEXTS.filter(text => names.includes(text));
}
