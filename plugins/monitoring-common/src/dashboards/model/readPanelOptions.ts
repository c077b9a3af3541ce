import { JsonObject } from '@backstage/types';
import { asChoice, asNumber, asObject, asTexts } from './json';

/** @public */
export interface LegendOptions {
  /** `hidden` also when the panel has no legend. */
  displayMode: 'list' | 'table' | 'hidden';
  placement: 'bottom' | 'right';
  calculations: string[];
  sortBy?: string;
  sortDescending: boolean;
}

/** @public */
export interface TooltipOptions {
  mode: 'single' | 'multi' | 'none';
  sort: 'none' | 'asc' | 'desc';
}

/**
 * Which figures a panel shows of its series.
 *
 * @public
 */
export interface ReduceOptions {
  calculations: string[];
  /** One item for each row instead of one for each series. */
  allValues: boolean;
  /** At most so many items when all values are shown. */
  limit?: number;
  /** Name of the only series, or a regular expression between slashes; empty for all. */
  fields: string;
}

/** @public */
export interface StatOptions extends ReduceOptions {
  colorMode: 'value' | 'background' | 'background_solid' | 'none';
  graphMode: 'none' | 'line' | 'area';
  textMode: 'auto' | 'value' | 'value_and_name' | 'name' | 'none';
  orientation: 'auto' | 'horizontal' | 'vertical';
  showPercentChange: boolean;
}

/** @public */
export interface TextOptions {
  mode: 'markdown' | 'html' | 'code';
  content: string;
}

/**
 * The legend's options of a time series panel.
 *
 * @public
 */
export function readLegendOptions(options: JsonObject): LegendOptions {
  const legend = asObject(options.legend);
  const isShown = legend.showLegend !== false;
  return {
    displayMode: isShown
      ? asChoice(legend.displayMode, ['list', 'table', 'hidden'])
      : 'hidden',
    placement: asChoice(legend.placement, ['bottom', 'right']),
    calculations: asTexts(legend.calcs),
    sortBy: typeof legend.sortBy === 'string' ? legend.sortBy : undefined,
    sortDescending: legend.sortDesc === true,
  };
}

/**
 * The tooltip's options of a time series panel.
 *
 * @public
 */
export function readTooltipOptions(options: JsonObject): TooltipOptions {
  const tooltip = asObject(options.tooltip);
  return {
    mode: asChoice(tooltip.mode, ['single', 'multi', 'none']),
    sort: asChoice(tooltip.sort, ['none', 'asc', 'desc']),
  };
}

/**
 * The options of a stat panel.
 *
 * @public
 */
export function readStatOptions(options: JsonObject): StatOptions {
  return {
    ...readReduceOptions(options),
    colorMode: asChoice(options.colorMode, [
      'value',
      'background',
      'background_solid',
      'none',
    ]),
    graphMode:
      options.graphMode === undefined
        ? 'area'
        : asChoice(options.graphMode, ['none', 'line', 'area']),
    textMode: asChoice(options.textMode, [
      'auto',
      'value',
      'value_and_name',
      'name',
      'none',
    ]),
    orientation: asChoice(options.orientation, [
      'auto',
      'horizontal',
      'vertical',
    ]),
    showPercentChange: options.showPercentChange === true,
  };
}

/** Which figures of its series a stat, gauge or bar gauge panel shows. */
export function readReduceOptions(options: JsonObject): ReduceOptions {
  const reduce = asObject(options.reduceOptions);
  const calculations = asTexts(reduce.calcs);
  return {
    calculations: calculations.length ? calculations : ['lastNotNull'],
    allValues: reduce.values === true,
    limit: asNumber(reduce.limit),
    fields: typeof reduce.fields === 'string' ? reduce.fields : '',
  };
}

/**
 * The options of a text panel.
 *
 * @public
 */
export function readTextOptions(options: JsonObject): TextOptions {
  return {
    mode: asChoice(options.mode, ['markdown', 'html', 'code']),
    content: typeof options.content === 'string' ? options.content : '',
  };
}
