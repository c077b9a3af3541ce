import { JsonObject } from '@backstage/types';
import { asChoice, asNumber } from './json';
import {
  LegendOptions,
  readLegendOptions,
  readReduceOptions,
  readTextSizes,
  ReduceOptions,
  TextSizes,
} from './readPanelOptions';

/** How small and large the figures of a panel may be, in pixels. @public */
export interface FigureSizing {
  minWidth: number;
  minHeight: number;
  maxHeight?: number;
}

/** @public */
export interface GaugeOptions extends ReduceOptions {
  /** Of the dials in relation to each other; `auto`: along the longer side of the panel. */
  orientation: 'auto' | 'horizontal' | 'vertical';
  showThresholdMarkers: boolean;
  /** Whether the limits of the thresholds are written around the dial. */
  showThresholdLabels: boolean;
  sizing: FigureSizing;
  text: TextSizes;
}

/** @public */
export interface BarGaugeOptions extends ReduceOptions {
  /** Of the bars. `auto`: along the longer side of the panel. */
  orientation: 'auto' | 'horizontal' | 'vertical';
  displayMode: 'gradient' | 'lcd' | 'basic';
  /** Whether the rest of the bar is tinted. */
  showUnfilled: boolean;
  valueMode: 'color' | 'text' | 'hidden';
  namePlacement: 'auto' | 'top' | 'left' | 'hidden';
  /** Of bars that lie, the height; of those that stand, the width. */
  sizing: FigureSizing;
  text: TextSizes;
  legend: LegendOptions;
}

/** Grafana's smallest dial. */
const SMALLEST_DIAL = 75;

/**
 * The options of a gauge panel.
 *
 * @public
 */
export function readGaugeOptions(options: JsonObject): GaugeOptions {
  return {
    ...readReduceOptions(options),
    orientation: readOrientation(options),
    showThresholdMarkers: options.showThresholdMarkers !== false,
    showThresholdLabels: options.showThresholdLabels === true,
    sizing: readSizing(options, {
      minWidth: SMALLEST_DIAL,
      minHeight: SMALLEST_DIAL,
    }),
    text: readTextSizes(options),
  };
}

/**
 * The options of a bar gauge panel.
 *
 * @public
 */
export function readBarGaugeOptions(options: JsonObject): BarGaugeOptions {
  const legend = readLegendOptions(options);
  return {
    ...readReduceOptions(options),
    orientation: readOrientation(options),
    displayMode: asChoice(options.displayMode, ['gradient', 'lcd', 'basic']),
    showUnfilled: options.showUnfilled !== false,
    valueMode: asChoice(options.valueMode, ['color', 'text', 'hidden']),
    namePlacement: asChoice(options.namePlacement, [
      'auto',
      'top',
      'left',
      'hidden',
    ]),
    sizing: readSizing(options, {
      minWidth: 8,
      minHeight: 16,
      maxHeight: 300,
    }),
    text: readTextSizes(options),
    // Bars are named already: a legend is there for those who ask for it.
    legend: options.legend ? legend : { ...legend, displayMode: 'hidden' },
  };
}

function readOrientation(options: JsonObject) {
  return asChoice(options.orientation, ['auto', 'horizontal', 'vertical']);
}

/** What the author wrote counts when sizing is by hand. */
function readSizing(options: JsonObject, usual: FigureSizing): FigureSizing {
  if (options.sizing !== 'manual') {
    return usual;
  }
  return {
    minWidth: asNumber(options.minVizWidth) ?? usual.minWidth,
    minHeight: asNumber(options.minVizHeight) ?? usual.minHeight,
    maxHeight:
      usual.maxHeight && (asNumber(options.maxVizHeight) ?? usual.maxHeight),
  };
}
