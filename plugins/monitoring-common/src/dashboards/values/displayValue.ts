import { FieldValue } from '../frames/DataFrame';
import { FieldConfig } from '../types';
import { displayField, DisplayValue } from './displayField';
import { ColorTheme } from './palette';

/** @public */
export interface DisplayValueOptions {
  /** Smallest and largest value of the data, for thresholds in percent. */
  bounds?: { min: number; max: number };
  /** IANA name, for units that are moments. */
  timeZone?: string;
  /** Default: dark. */
  theme?: ColorTheme;
}

/**
 * A number as its configuration wants it written and coloured; {@link displayField} knows more of
 * the field.
 *
 * @public
 */
export function displayValue(
  value: FieldValue | undefined,
  config: Partial<FieldConfig> & Pick<FieldConfig, 'mappings'>,
  options: DisplayValueOptions = {},
): DisplayValue {
  return displayField(
    {
      type: 'number',
      config: { custom: {}, ...config },
      ...(options.bounds && {
        state: { displayName: '', seriesIndex: 0, range: options.bounds },
      }),
    },
    { theme: options.theme ?? 'dark', timeZone: options.timeZone },
  )(value);
}
