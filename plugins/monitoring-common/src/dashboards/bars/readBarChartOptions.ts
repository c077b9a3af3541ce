import { JsonObject } from '@backstage/types';
import { asChoice, asNumber, asObject, asText } from '../model/json';

/** @public */
export interface BarChartOptions {
  /** Of the bars; `auto`: upright unless the panel is higher than wide. */
  orientation: 'auto' | 'horizontal' | 'vertical';
  showValue: 'auto' | 'always' | 'never';
  stacking: 'none' | 'normal' | 'percent';
  /** Share of its place that a group of bars fills: 0..1. */
  groupWidth: number;
  /** Share of its place in the group that a bar fills: 0..1. */
  barWidth: number;
  /** Share of a bar's width that its corners are rounded by: 0..0.5. */
  barRadius: number;
  /** Degrees, -90..90. */
  xTickLabelRotation: number;
  /** Least distance of two names, in pixels; below 0 counted from the end; 0 shows all that fit. */
  xTickLabelSpacing: number;
  /** Characters; absent: as many as fit. */
  xTickLabelMaxLength?: number;
  /** Field that names the groups; absent: the first one of texts, else of times. */
  xField?: string;
  /** Field whose values colour the bars. */
  colorByField?: string;
  /** Pixels; absent: as fits. */
  valueSize?: number;
}

/**
 * The options of a bar chart; what is missing gets Grafana's default.
 *
 * @public
 */
export function readBarChartOptions(options: JsonObject): BarChartOptions {
  const length = asNumber(options.xTickLabelMaxLength);
  return {
    orientation: asChoice(options.orientation, [
      'auto',
      'horizontal',
      'vertical',
    ]),
    showValue: asChoice(options.showValue, ['auto', 'always', 'never']),
    stacking: asChoice(options.stacking, ['none', 'normal', 'percent']),
    groupWidth: clamp(asNumber(options.groupWidth) ?? 0.7, 0.01, 1),
    barWidth: clamp(asNumber(options.barWidth) ?? 0.97, 0.01, 1),
    barRadius: clamp(asNumber(options.barRadius) ?? 0, 0, 0.5),
    xTickLabelRotation: clamp(
      asNumber(options.xTickLabelRotation) ?? 0,
      -90,
      90,
    ),
    xTickLabelSpacing: asNumber(options.xTickLabelSpacing) ?? 0,
    xTickLabelMaxLength:
      length !== undefined && length > 0 ? length : undefined,
    xField: asText(options.xField),
    colorByField: asText(options.colorByField),
    valueSize: asNumber(asObject(options.text).valueSize),
  };
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
