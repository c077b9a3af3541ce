import { DataField, FieldType, FieldValue } from './DataFrame';

const NUMBER = /^\s*(-?(\d*\.?\d+|\d+\.?\d*)(e[-+]?\d+)?|NAN)\s*$/i;

/** What the values of a field seem to be, by its name and the first value that is there. */
export function guessFieldType({
  name,
  values,
}: Pick<DataField, 'name' | 'values'>): FieldType {
  if (/^(date|time)$/i.test(name)) {
    return 'time';
  }
  return guessValueType(
    values.find(value => value !== null && value !== undefined),
  );
}

/** What a value seems to be; texts that are numbers count as such. */
function guessValueType(value: FieldValue | undefined): FieldType {
  switch (typeof value) {
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'string':
      if (NUMBER.test(value)) {
        return 'number';
      }
      return /^(true|TRUE|True|false|FALSE|False)$/.test(value)
        ? 'boolean'
        : 'string';
    default:
      return 'other';
  }
}
