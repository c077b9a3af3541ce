import { DataField, FieldValue } from '../frames/DataFrame';
import { formatDatePattern } from '../units/formatDate';
import { parseMoment } from './parseMoment';

const ISO = 'YYYY-MM-DDTHH:mm:ssZ';

/** How texts are written. */
export interface TextFormat {
  /** Of times, in Moment's tokens. */
  dateFormat?: string;
  /** IANA name, or `utc`. */
  timeZone?: string;
  /** Between the members of a list. */
  joinWith?: string;
}

/** Numbers are moments, in seconds when the format says so; texts are read. */
export function toTimeField(field: DataField, dateFormat?: string): DataField {
  const isNumber = typeof field.values[0] === 'number';
  if (isNumber && (field.type === 'time' || dateFormat !== 'X')) {
    return { ...field, type: 'time' };
  }
  return {
    ...field,
    type: 'time',
    values: field.values.map(value => {
      if (typeof value === 'number') {
        return value && value * (dateFormat === 'X' ? 1_000 : 1);
      }
      return typeof value === 'string' ? parseMoment(value, dateFormat) : null;
    }),
  };
}

/** Texts may have commas between thousands; what is no number is nothing, and nothing is zero. */
export function toNumberField(field: DataField): DataField {
  return {
    ...field,
    type: 'number',
    values: field.values.map(value => {
      const plain = typeof value === 'string' ? value.replace(/,/g, '') : value;
      const number = Number(plain);
      return Number.isFinite(number) ? number : null;
    }),
  };
}

export function toBooleanField(field: DataField): DataField {
  return { ...field, type: 'boolean', values: field.values.map(Boolean) };
}

/** Times by their format; texts get quotation marks, as in Grafana. */
export function toStringField(field: DataField, format: TextFormat): DataField {
  return {
    ...field,
    type: 'string',
    values: field.values.map(value => asText(field, value, format)),
  };
}

function asText(
  { type }: DataField,
  value: FieldValue,
  { dateFormat, timeZone, joinWith }: TextFormat,
): FieldValue {
  if (type === 'time') {
    return formatDatePattern(
      typeof value === 'number' ? value : NaN,
      dateFormat ?? ISO,
      timeZone,
    );
  }
  if (type === 'string' || type === 'other') {
    return joinWith && Array.isArray(value)
      ? value.join(joinWith)
      : JSON.stringify(value) ?? null;
  }
  return String(value);
}

/** What JSON says, if it is a figure, a text or a list of them; objects stay text. */
export function toOtherField(field: DataField): DataField {
  return {
    ...field,
    type: 'other',
    values: field.values.map(value => {
      try {
        const parsed = JSON.parse(String(value));
        return isPlain(parsed) ? parsed : String(value);
      } catch {
        return null;
      }
    }),
  };
}

function isPlain(value: unknown): value is FieldValue {
  return Array.isArray(value)
    ? value.every(isPlain)
    : value === null || typeof value !== 'object';
}
