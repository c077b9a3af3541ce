import {
  ColorTheme,
  DataField,
  reduceValues,
  thresholdStep,
} from '@sightline/backstage-plugin-monitoring-common';
import { FALLBACK_COLOR, namedColor } from './namedColor';
import { spectrum } from './spectrum';

/**
 * The colour of each value of a field whose colour mode is by value: continuous, or by thresholds,
 * which is also what Grafana takes for modes that it does not know.
 *
 * @remarks
 * Values are placed between the field's bounds: its own, else those of the data.
 */
export function valueColors(
  field: DataField,
  theme: ColorTheme,
): (value: number) => string {
  if (field.type === 'boolean') {
    return booleanColors(field, theme);
  }
  const { color, thresholds } = field.config;
  const scale = spectrum(color?.mode, theme);
  const { min, max } = boundsOf(field);
  const shareOf = (value: number) => {
    const share = value === -Infinity ? 0 : (value - min) / (max - min);
    return Number.isNaN(share) ? 0 : share;
  };
  if (scale) {
    return value => scale(shareOf(value));
  }
  const isPercentage = thresholds?.mode === 'percentage';
  const steps = thresholds && { ...thresholds, mode: 'absolute' as const };
  return value => {
    const step = thresholdStep(
      isPercentage ? shareOf(value) * 100 : value,
      steps,
    );
    return step ? namedColor(step.color, theme) : FALLBACK_COLOR;
  };
}

function booleanColors(
  { config }: DataField,
  theme: ColorTheme,
): (value: number) => string {
  const scale = spectrum(config.color?.mode, theme);
  return value =>
    scale ? scale(value ? 1 : 0) : namedColor(value ? 'green' : 'red', theme);
}

function boundsOf({ state, config, type, values }: DataField) {
  if (state?.range) {
    return state.range;
  }
  const numbers = type === 'number' ? (values as (number | null)[]) : [];
  return {
    min: config.min ?? reduceValues(numbers, 'min') ?? 0,
    max: config.max ?? reduceValues(numbers, 'max') ?? 100,
  };
}

const MODES_WITHOUT_VALUE = new Set([
  'fixed',
  'shades',
  'palette-classic',
  'palette-classic-by-name',
]);

/** Whether the field's colour depends on its values. */
export function isColoredByValue({ config }: DataField): boolean {
  return !MODES_WITHOUT_VALUE.has(config.color?.mode ?? '');
}
