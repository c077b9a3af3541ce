import { FieldValue } from '../frames/DataFrame';
import { FormattedValue } from '../units/FormattedValue';
import { formattedText, formatValue } from '../units/formatValue';
import { isBooleanUnit, isDateUnit } from '../units/unitKinds';
import { fieldScale, ScaledField } from './fieldScale';
import { mapValue } from './mapValue';
import { ColorTheme, resolveColor } from './palette';

/** A value as its field wants it written and coloured. @public */
export interface DisplayValue extends FormattedValue {
  /** Prefix, text and suffix in one. */
  full: string;
  /** NaN for what is no number. */
  numeric: number;
  /** Where it lies between the field's bounds, 0..1; absent when a mapping gave the colour. */
  percent?: number;
  /** For CSS. */
  color: string;
}

/** @public */
export interface DisplayLook {
  theme: ColorTheme;
  /** IANA name; absent means UTC. */
  timeZone?: string;
  /** Unix milliseconds, for units that tell how long ago something was; absent means none does. */
  now?: number;
}

/** Below such a span, moments are told with their milliseconds. */
const SHORT_SPAN = 60_000;

/**
 * How the values of a field are written and coloured, by the rules of Grafana's
 * `getDisplayProcessor`: mappings first, then the unit; the colour of a mapping, else of the mode.
 *
 * @returns a function of a value, and of the decimals of its neighbours on an axis
 * @public
 */
export function displayField(
  field: ScaledField,
  look: DisplayLook,
): (value: FieldValue | undefined, adjacentDecimals?: number) => DisplayValue {
  const { config, type } = field;
  const unit = unitOf(field);
  const isDate = isDateUnit(unit);
  const withMilliseconds = unit === 'dateTimeAsSystem' && isShort(field);
  const canTrim =
    type === 'number' &&
    config.decimals === undefined &&
    !isDate &&
    !isBooleanUnit(unit) &&
    !unit.startsWith('currency') &&
    unit !== 'locale';
  const scaleOf = fieldScale(field, look.theme);

  const format = (numeric: number, adjacentDecimals?: number) => {
    const options = {
      timeZone: look.timeZone,
      now: look.now,
      withMilliseconds,
    };
    if (!canTrim || adjacentDecimals === undefined) {
      return formatValue(numeric, unit, config.decimals, options);
    }
    const formatted = formatValue(numeric, unit, adjacentDecimals, options);
    const trimmed = Number(formatted.text);
    return Number.isNaN(trimmed)
      ? formatted
      : { ...formatted, text: String(trimmed) };
  };

  return (given, adjacentDecimals) => {
    const value =
      isDate && typeof given === 'string' ? parseMoment(given) : given;
    const numeric = unit === 'string' ? NaN : numberOf(value);
    const mapped = mapValue(value, config.mappings);
    let formatted: FormattedValue | undefined =
      mapped?.text === undefined ? undefined : { text: mapped.text };
    let color =
      mapped?.color === undefined
        ? undefined
        : resolveColor(mapped.color, look.theme);
    let percent: number | undefined;
    if (!Number.isNaN(numeric)) {
      if (!formatted && typeof value !== 'boolean') {
        formatted = format(numeric, adjacentDecimals);
      }
      if (color === undefined) {
        const scaled = scaleOf(numeric);
        color = scaled.color;
        percent = scaled.share;
      }
    }
    if (color === undefined) {
      const scaled = scaleOf(-Infinity);
      color = scaled.color;
      percent = scaled.share;
    }
    const written = formatted ?? {
      text: plainText(value) || (config.noValue ?? ''),
    };
    return {
      ...written,
      full: formattedText(written),
      numeric,
      ...(percent !== undefined && { percent }),
      color,
    };
  };
}

function unitOf({ type, config }: ScaledField): string {
  const { unit } = config;
  if (type === 'time' && !(unit && isDateUnit(unit))) {
    return 'dateTimeAsSystem';
  }
  if (type === 'boolean' && !(unit && isBooleanUnit(unit))) {
    return 'bool';
  }
  return unit || (type === 'string' ? 'string' : 'none');
}

function isShort({ type, values = [] }: ScaledField): boolean {
  const [first, last] = [values[0], values[values.length - 1]];
  return (
    type === 'time' &&
    values.length > 1 &&
    Math.abs(Number(last) - Number(first)) < SHORT_SPAN
  );
}

function numberOf(value: FieldValue | undefined): number {
  switch (typeof value) {
    case 'number':
      return value;
    case 'boolean':
      return value ? 1 : 0;
    case 'string':
      return value === '' ? NaN : Number(value);
    default:
      return NaN;
  }
}

/** A moment without a zone is one of UTC. */
function parseMoment(text: string): number {
  const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text);
  const iso = text.trim().replace(' ', 'T');
  const time = Date.parse(hasZone || !iso.includes('T') ? iso : `${iso}Z`);
  return time;
}

function plainText(value: FieldValue | undefined): string {
  if (value === null || value === undefined) {
    return '';
  }
  if (Array.isArray(value)) {
    return value.map(plainText).join(', ');
  }
  return typeof value === 'object' ? '' : String(value);
}
