import { JsonObject } from '@backstage/types';
import { asChoice } from './json';
import { readReduceOptions, ReduceOptions } from './readPanelOptions';

/** @public */
export interface GaugeOptions extends ReduceOptions {
  showThresholdMarkers: boolean;
  showThresholdLabels: boolean;
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
}

/**
 * The options of a gauge panel.
 *
 * @public
 */
export function readGaugeOptions(options: JsonObject): GaugeOptions {
  return {
    ...readReduceOptions(options),
    showThresholdMarkers: options.showThresholdMarkers !== false,
    showThresholdLabels: options.showThresholdLabels === true,
  };
}

/**
 * The options of a bar gauge panel.
 *
 * @public
 */
export function readBarGaugeOptions(options: JsonObject): BarGaugeOptions {
  return {
    ...readReduceOptions(options),
    orientation: asChoice(options.orientation, [
      'auto',
      'horizontal',
      'vertical',
    ]),
    displayMode: asChoice(options.displayMode, ['gradient', 'lcd', 'basic']),
    showUnfilled: options.showUnfilled !== false,
    valueMode: asChoice(options.valueMode, ['color', 'text', 'hidden']),
    namePlacement: asChoice(options.namePlacement, [
      'auto',
      'top',
      'left',
      'hidden',
    ]),
  };
}
