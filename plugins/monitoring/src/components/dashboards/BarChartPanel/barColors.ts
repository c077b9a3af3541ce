import {
  BarChartData,
  ColorTheme,
  DataField,
  displayField,
} from '@sightline/backstage-plugin-monitoring-common';
import { fieldColor } from '../colors';

/**
 * The colour of each bar: of another field's value in its group, of its own value when that has a mapping
 * or thresholds, else of its series.
 *
 * @returns by series and group; for CSS
 */
export function barColors(
  { series, color }: BarChartData,
  theme: ColorTheme,
): (string | undefined)[][] {
  if (color) {
    const display = displayField(color, { theme });
    const colors = color.values.map(value => display(value).color);
    return series.map(() => colors);
  }
  const isByValue = series.some(hasColorOfValue);
  return series.map(field => {
    if (!isByValue) {
      const own = fieldColor(field, theme);
      return field.values.map(() => own);
    }
    const display = displayField(field, { theme });
    return field.values.map(value => display(value).color);
  });
}

function hasColorOfValue({ config }: DataField): boolean {
  return (
    config.color?.mode === 'thresholds' ||
    config.mappings.some(mapping =>
      mapping.type === 'value'
        ? Object.values(mapping.options).some(
            ({ color }) => color !== undefined,
          )
        : mapping.result.color !== undefined,
    )
  );
}
