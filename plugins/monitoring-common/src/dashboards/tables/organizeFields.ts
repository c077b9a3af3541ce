import { JsonObject } from '@backstage/types';
import { asNumber, asObject, asText } from '../model/json';
import { fieldName, TableField, TableFrame } from './TableFrame';

/** `organize`: hides, orders and renames columns. */
export function organizeFields(
  frames: TableFrame[],
  options: JsonObject,
): TableFrame[] {
  const excluded = asObject(options.excludeByName);
  const included = asObject(options.includeByName);
  const order = asObject(options.indexByName);
  const names = asObject(options.renameByName);
  const isKept = (field: TableField) =>
    excluded[fieldName(field)] !== true &&
    (Object.keys(included).length === 0 || included[fieldName(field)] === true);
  const place = (field: TableField) =>
    asNumber(order[fieldName(field)]) ?? Infinity;

  return frames.map(frame => ({
    ...frame,
    fields: frame.fields
      .filter(isKept)
      .sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)))
      .map(field => {
        const name = asText(names[fieldName(field)]);
        return name ? { ...field, displayName: name } : field;
      }),
  }));
}
