import {
  ColorTheme,
  DataField,
  fieldScale,
  fieldSeriesColor,
} from '@sightline/backstage-plugin-monitoring-common';

/** The one colour of a whole field, for CSS. */
export function fieldColor(field: DataField, theme: ColorTheme): string {
  return fieldSeriesColor(field, theme).color;
}

/** The colours of a field's values, for CSS. */
export function valueColors(
  field: DataField,
  theme: ColorTheme,
): (value: number) => string {
  const scale = fieldScale(field, theme);
  return value => scale(value).color;
}
