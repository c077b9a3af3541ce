import { FieldConfig } from '../types';
import { FormattedValue } from '../units/FormattedValue';
import { formattedText, formatValue } from '../units/formatValue';
import { mapValue } from './mapValue';
import { thresholdColor } from './thresholdColor';

/** @public */
export interface DisplayValue extends FormattedValue {
  /** Prefix, text and suffix in one. */
  full: string;
  /** As the dashboard names it; from a mapping, a fixed colour or the thresholds. */
  color?: string;
}

/** @public */
export interface DisplayValueOptions {
  /** Smallest and largest value of the data, for thresholds in percent. */
  bounds?: { min: number; max: number };
  /** IANA name, for units that are moments. */
  timeZone?: string;
}

/**
 * A value as its field configuration wants it written and coloured.
 *
 * @public
 */
export function displayValue(
  value: number | null | undefined,
  config: Pick<
    FieldConfig,
    | 'unit'
    | 'decimals'
    | 'mappings'
    | 'noValue'
    | 'thresholds'
    | 'color'
    | 'min'
    | 'max'
  >,
  options: DisplayValueOptions = {},
): DisplayValue {
  const mapped = mapValue(value, config.mappings);
  const color = mapped?.color ?? fieldColor(value, config, options.bounds);
  if (mapped?.text !== undefined) {
    return { text: mapped.text, full: mapped.text, color };
  }
  if (value === null || value === undefined) {
    const text = config.noValue ?? '';
    return { text, full: text, color };
  }
  if (Number.isNaN(value)) {
    return { text: 'NaN', full: 'NaN', color };
  }
  const formatted = formatValue(
    value,
    config.unit,
    config.decimals,
    options.timeZone,
  );
  return { ...formatted, full: formattedText(formatted), color };
}

function fieldColor(
  value: number | null | undefined,
  config: Pick<FieldConfig, 'thresholds' | 'color' | 'min' | 'max'>,
  bounds?: { min: number; max: number },
): string | undefined {
  switch (config.color?.mode) {
    case 'fixed':
    case 'shades':
      return config.color.fixedColor;
    case 'thresholds':
      return thresholdColor(value ?? -Infinity, config.thresholds, {
        min: config.min ?? bounds?.min,
        max: config.max ?? bounds?.max,
      });
    default:
      return undefined;
  }
}
