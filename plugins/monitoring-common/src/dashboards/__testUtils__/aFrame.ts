import {
  DataField,
  DataFrame,
  FieldType,
  FieldValue,
} from '../frames/DataFrame';

/** A field of a test, of the type that its values have. */
export function aField(
  name: string,
  values: FieldValue[],
  changes: Omit<Partial<DataField>, 'config'> & {
    config?: Partial<DataField['config']>;
  } = {},
): DataField {
  return {
    name,
    type: typeOf(name, values),
    values,
    ...changes,
    config: { mappings: [], custom: {}, ...changes.config },
  };
}

/** A frame of a test: `aFrame('A', aField('Time', [1]), aField('Value', [2]))`. */
export function aFrame(refId: string, ...fields: DataField[]): DataFrame {
  return { refId, fields };
}

function typeOf(name: string, values: FieldValue[]): FieldType {
  if (/^time$/i.test(name)) {
    return 'time';
  }
  const type = typeof values.find(value => value !== null);
  return type === 'string' || type === 'boolean' || type === 'number'
    ? type
    : 'other';
}
