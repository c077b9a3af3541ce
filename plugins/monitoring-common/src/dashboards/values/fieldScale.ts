import { DataField } from '../frames/DataFrame';
import { ThresholdStep } from '../types';
import { continuousColor, continuousColors } from './continuousColor';
import { NO_COLOR, ColorTheme, resolveColor } from './palette';
import { reduceField } from './reduceField';
import { isPaletteMode, placeOfName, seriesPalette } from './seriesPalette';
import { shadeColor } from './shadeColor';

/** Where a value lies, and what colour that is. @public */
export interface ScaledValue {
  /** Of the way from the smallest value to the largest: 0..1, or beyond when the bounds are set. */
  share: number;
  /** The step of the thresholds that it has reached. */
  step?: ThresholdStep;
  /** For CSS. */
  color: string;
}

/** What {@link fieldScale} looks at. @public */
export type ScaledField = Pick<DataField, 'type' | 'config'> &
  Partial<Pick<DataField, 'name' | 'values' | 'state'>>;

/** Whether the values of a field have colours of their own, and not all that of the field. @public */
export function isColoredByValue(mode: string | undefined): boolean {
  return (
    !(mode === 'fixed' || mode === 'shades' || mode === 'gradient') &&
    !isPaletteMode(mode)
  );
}

/**
 * The colours of a field's values, by Grafana's colour modes; a mode that is not known colours by
 * thresholds.
 *
 * @public
 */
export function fieldScale(
  field: ScaledField,
  theme: ColorTheme,
): (value: number) => ScaledValue {
  if (field.type === 'boolean') {
    const [no, yes] = booleanColors(field, theme);
    return value =>
      value ? { share: 1, color: yes } : { share: 0, color: no };
  }
  const { min, max } = fieldBounds(field);
  const colorOf = valueColors(field, theme);
  return value => {
    const place = value === -Infinity ? 0 : (value - min) / (max - min);
    const share = Number.isNaN(place) ? 0 : place;
    const step = reachedStep(field, value, share);
    return { share, step, color: colorOf(share, step) };
  };
}

/**
 * The colour of a field as a whole: of its place, or of one of its values.
 *
 * @public
 */
export function fieldSeriesColor(
  field: ScaledField,
  theme: ColorTheme,
): ScaledValue {
  const { color } = field.config;
  if (!isColoredByValue(color?.mode)) {
    return { share: 1, color: valueColors(field, theme)(0, undefined) };
  }
  const value = reduceField(
    { type: field.type, values: field.values ?? [] },
    color?.seriesBy ?? 'last',
  );
  return fieldScale(
    field,
    theme,
  )(value === null || value === undefined ? 0 : Number(value));
}

/**
 * What is the start and the end of a field's scale.
 *
 * @public
 */
export function fieldBounds(field: ScaledField): { min: number; max: number } {
  if (field.state?.range) {
    return field.state.range;
  }
  if (field.type !== 'number') {
    return { min: 0, max: 100 };
  }
  const { min, max } = field.config;
  if (min !== undefined && max !== undefined) {
    return { min, max };
  }
  const values = field.values ?? [];
  if (values.length === 0) {
    return { min: 0, max: 100 };
  }
  const bound = (calculation: string) => {
    const found = reduceField({ type: field.type, values }, calculation);
    return typeof found === 'number' ? found : 0;
  };
  return { min: min ?? bound('min'), max: max ?? bound('max') };
}

function reachedStep(
  { config }: ScaledField,
  value: number,
  share: number,
): ThresholdStep | undefined {
  const { mode, steps = [] } = config.thresholds ?? {};
  const place = mode === 'percentage' ? share * 100 : value;
  return steps.findLast(step => place >= step.value) ?? steps[0];
}

function valueColors(
  field: ScaledField,
  theme: ColorTheme,
): (share: number, step: ThresholdStep | undefined) => string {
  const { mode, fixedColor } = field.config.color ?? {};
  const fixed = resolveColor(fixedColor ?? NO_COLOR, theme);
  const place = field.state?.seriesIndex ?? 0;
  if (mode === 'fixed' || mode === 'gradient') {
    return () => fixed;
  }
  if (mode === 'shades') {
    const shade = shadeColor(fixed, place);
    return () => shade;
  }
  if (isPaletteMode(mode)) {
    const colors = seriesPalette(mode, theme);
    const color =
      mode === 'palette-classic-by-name'
        ? colors[
            placeOfName(
              field.state?.displayName ?? field.name ?? '',
              colors.length,
            )
          ]
        : colors[place % colors.length];
    return () => color;
  }
  return (share, step) =>
    continuousColor(mode, share, theme) ??
    resolveColor(step?.color ?? NO_COLOR, theme);
}

function booleanColors(
  { config }: ScaledField,
  theme: ColorTheme,
): [no: string, yes: string] {
  const colors = continuousColors(config.color?.mode, theme);
  return colors
    ? [colors[0], colors[colors.length - 1]]
    : [resolveColor('red', theme), resolveColor('green', theme)];
}
