import { fieldName, TableField, TableFrame, TableValue } from './TableFrame';

/** A row under construction: absent where no frame has said anything. */
type Row = Map<string, TableValue>;

/**
 * `merge`: all frames in one. Rows that agree in the columns which all frames have become one
 * row, unless they contradict each other elsewhere.
 */
export function mergeFrames(frames: TableFrame[]): TableFrame[] {
  const filled = frames.filter(({ fields }) => fields.length > 0);
  if (filled.length < 2) {
    return frames;
  }
  const columns = new Map<string, TableField>();
  for (const field of filled.flatMap(({ fields }) => fields)) {
    const known = columns.get(fieldName(field));
    columns.set(fieldName(field), {
      ...field,
      ...known,
      refId: known && known.refId !== field.refId ? undefined : field.refId,
    });
  }
  const keys = [...columns.keys()].filter(name =>
    filled.every(({ fields }) => fields.some(one => fieldName(one) === name)),
  );
  const rows: Row[] = [];
  const byKey = new Map<string, Row[]>();
  for (const { fields } of filled) {
    fields[0].values.forEach((_, index) => {
      const row: Row = new Map(
        fields.map(field => [fieldName(field), field.values[index]]),
      );
      const key = JSON.stringify(keys.map(name => row.get(name)));
      const same = byKey.get(key) ?? [];
      const match = same.find(other => agree(other, row));
      if (match) {
        row.forEach((value, name) => match.set(name, value));
      } else {
        rows.push(row);
        byKey.set(key, [...same, row]);
      }
    });
  }
  return [
    {
      refId: `merge-${filled.map(({ refId }) => refId).join('-')}`,
      fields: [...columns].map(([name, field]) => ({
        ...field,
        values: rows.map(row => row.get(name) ?? null),
      })),
    },
  ];
}

function agree(one: Row, other: Row): boolean {
  return [...other].every(
    ([name, value]) => !one.has(name) || one.get(name) === value,
  );
}
