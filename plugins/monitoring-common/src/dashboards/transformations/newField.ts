import { DataField, FieldType, FieldValue } from '../frames/DataFrame';
import { FieldConfig } from '../types';

/** A field that a transformation makes. */
export function newField(
  name: string,
  type: FieldType,
  values: FieldValue[],
  config: Partial<FieldConfig> = {},
): DataField {
  return {
    name,
    type,
    values,
    config: { mappings: [], custom: {}, ...config },
  };
}

/**
 * The place of a value that a join finds none for. Unlike `null` it is no figure: sums with it are
 * none either. Leaves the transformations as `null`.
 */
export const ABSENT = undefined as unknown as null;

/** `merge-A-B`: what Grafana calls the frame that a transformation makes of several. */
export function joinedRefId(id: string, frames: { refId?: string }[]): string {
  return `${id}-${frames.map(({ refId }) => refId ?? '').join('-')}`;
}

/** A value as the number that arithmetic makes of it. */
export function asOperand(value: FieldValue | undefined): number {
  switch (typeof value) {
    case 'number':
      return value;
    case 'boolean':
      return value ? 1 : 0;
    case 'string':
      return value.trim() === '' ? NaN : Number(value);
    default:
      return value === null ? 0 : NaN;
  }
}

/** What stands where there is nothing, as authors choose it. */
export function specialValue(choice: unknown): FieldValue {
  switch (choice) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'null':
      return null;
    case 'zero':
      return 0;
    default:
      return '';
  }
}
