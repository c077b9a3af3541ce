import { JsonObject } from '@backstage/types';
import { asChoice, asNumber, asObject, asText, asTexts } from './json';

/** No panel is larger. */
const LARGEST_TEXT = 1_000;

/** @public */
export interface LegendOptions {
  /** `hidden` also when the panel has no legend. */
  displayMode: 'list' | 'table' | 'hidden';
  placement: 'bottom' | 'right';
  calculations: string[];
  sortBy?: string;
  sortDescending: boolean;
  /** Of a legend on the right, in pixels. */
  width?: number;
}

/** @public */
export interface TooltipOptions {
  mode: 'single' | 'multi' | 'none';
  sort: 'none' | 'asc' | 'desc';
  hideZeros: boolean;
  /** Pixels; absent means as wide as its texts. */
  maxWidth?: number;
}

/** Sizes of type that the author chose, in pixels. @public */
export interface TextSizes {
  titleSize?: number;
  valueSize?: number;
  percentSize?: number;
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
  /** Of the figures in relation to each other; `auto` is a grid. */
  orientation: 'auto' | 'horizontal' | 'vertical';
  justifyMode: 'auto' | 'center';
  /** Whether name and figure may stand beside each other. */
  wideLayout: boolean;
  showPercentChange: boolean;
  /** Which colour a rise has: green, red, or the figure's. */
  percentChangeColorMode: 'standard' | 'inverted' | 'same_as_value';
  text: TextSizes;
}

/** @public */
export interface TextOptions {
  mode: 'markdown' | 'html' | 'code';
  content: string;
  /** Of code: `json`, `yaml`, … */
  language?: string;
  showLineNumbers: boolean;
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
    width: asNumber(legend.width),
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
    hideZeros: tooltip.hideZeros === true,
    maxWidth: asNumber(tooltip.maxWidth),
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
    justifyMode: asChoice(options.justifyMode, ['auto', 'center']),
    wideLayout: options.wideLayout !== false,
    showPercentChange: options.showPercentChange === true,
    percentChangeColorMode: asChoice(options.percentChangeColorMode, [
      'standard',
      'inverted',
      'same_as_value',
    ]),
    text: readTextSizes(options),
  };
}

/** Which figures of its series a stat, gauge, bar gauge or pie chart panel shows. */
export function readReduceOptions(options: JsonObject): ReduceOptions {
  const reduce = asObject(options.reduceOptions);
  return {
    calculations: Array.isArray(reduce.calcs)
      ? asTexts(reduce.calcs)
      : ['lastNotNull'],
    allValues: reduce.values === true,
    limit: asNumber(reduce.limit),
    fields: typeof reduce.fields === 'string' ? reduce.fields : '',
  };
}

/** The sizes of type of such a panel. */
export function readTextSizes(options: JsonObject): TextSizes {
  const text = asObject(options.text);
  const size = (value: unknown) => {
    const pixels = asNumber(value);
    return pixels && pixels > 0 ? Math.min(pixels, LARGEST_TEXT) : undefined;
  };
  return {
    titleSize: size(text.titleSize),
    valueSize: size(text.valueSize),
    percentSize: size(text.percentSize),
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
    language: asText(asObject(options.code).language),
    showLineNumbers: asObject(options.code).showLineNumbers === true,
  };
}
