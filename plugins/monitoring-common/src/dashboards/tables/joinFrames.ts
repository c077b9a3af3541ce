import { JsonObject } from '@backstage/types';
import { asText } from '../model/json';
import { fieldName, TableField, TableFrame, TableValue } from './TableFrame';

/** `joinByField`: all frames side by side, row by row where the column has the same value. */
export function joinFrames(
  frames: TableFrame[],
  options: JsonObject,
): TableFrame[] {
  const by = asText(options.byField) ?? 'Time';
  const isInner = options.mode === 'inner';
  const joined = frames.flatMap(frame => {
    const key = frame.fields.find(field => fieldName(field) === by);
    return key ? [{ key, rest: frame.fields.filter(one => one !== key) }] : [];
  });
  if (joined.length < 2) {
    return frames;
  }
  const rows = joined.map(
    ({ key }) => new Map(key.values.map((value, index) => [value, index])),
  );
  const all = [...new Set(rows.flatMap(one => [...one.keys()]))];
  const values = isInner
    ? all.filter(value => rows.every(one => one.has(value)))
    : all.sort(compare);
  const others = joined.flatMap(({ rest }, index) =>
    rest.map(
      (field): TableField => ({
        ...field,
        values: values.map(value => {
          const row = rows[index].get(value);
          return row === undefined ? null : field.values[row];
        }),
      }),
    ),
  );
  return [
    {
      refId: `joinByField-${frames.map(({ refId }) => refId).join('-')}`,
      fields: [
        { ...joined[0].key, refId: undefined, values },
        ...numbered(others),
      ],
    },
  ];
}

/** Columns of the same name are told apart by a number. */
function numbered(fields: TableField[]): TableField[] {
  const counts = new Map<string, number>();
  const isShared = (field: TableField) =>
    fields.filter(one => fieldName(one) === fieldName(field)).length > 1;
  return fields.map(field => {
    if (!isShared(field)) {
      return field;
    }
    const name = fieldName(field);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return { ...field, displayName: `${name} ${count}` };
  });
}

function compare(one: TableValue, other: TableValue): number {
  return typeof one === 'number' && typeof other === 'number'
    ? one - other
    : String(one).localeCompare(String(other));
}
