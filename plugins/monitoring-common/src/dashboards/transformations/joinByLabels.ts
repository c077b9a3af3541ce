import { DataField, FieldValue } from '../frames/DataFrame';
import { asText, asTexts } from '../model/json';
import { ABSENT, joinedRefId, newField } from './newField';
import { Transform } from './Transform';

/** One table of series: a column for each value of one label, rows by the others. */
export const joinByLabels: Transform = (frames, options) => {
  if (frames.length === 0) {
    return frames;
  }
  const value = asText(options.value);
  const fields = frames.flatMap(frame =>
    frame.fields.filter(({ labels }) => labels),
  );
  const labels = [
    ...new Set(fields.flatMap(field => Object.keys(field.labels!))),
  ];
  if (!value) {
    return failure('No value label configured');
  }
  if (labels.length === 0) {
    return failure('No labels in result');
  }
  if (!labels.includes(value)) {
    return failure('Value label not found');
  }
  const wanted = asTexts(options.join);
  const join = (wanted.length > 0 ? wanted : labels).filter(
    label => label !== value,
  );
  const series = fields.filter(({ type }) => type !== 'time');
  const groups = new Map<
    string,
    { keys: FieldValue[]; columns: Map<string, FieldValue[]> }
  >();
  const types = new Map<string, DataField['type']>();
  for (const field of series) {
    const keys = join.map(label => labelOf(field, label) ?? ABSENT);
    const key = keys.map(one => one ?? '').join(',');
    const group = groups.get(key) ?? { keys, columns: new Map() };
    const name = labelOf(field, value) ?? 'undefined';
    const known = group.columns.get(name) ?? [];
    group.columns.set(name, known.concat(field.values));
    groups.set(key, group);
    types.set(name, types.get(name) ?? field.type);
  }
  const rows = [...groups.values()].flatMap(({ keys, columns }) => {
    const lengths = [...columns.values()].map(({ length }) => length);
    return Array.from({ length: Math.max(1, ...lengths) }, (_, row) => ({
      keys,
      cells: [...types.keys()].map(name => columns.get(name)?.[row] ?? ABSENT),
    }));
  });
  return [
    {
      refId: joinedRefId('joinByLabels', frames),
      fields: [
        ...join.map((label, index) =>
          newField(
            label,
            'string',
            rows.map(({ keys }) => keys[index]),
          ),
        ),
        ...[...types].map(([name, type], index) =>
          newField(
            name,
            type,
            rows.map(({ cells }) => cells[index]),
          ),
        ),
      ],
    },
  ];
};

function labelOf({ labels }: DataField, label: string): string | undefined {
  return labels && Object.hasOwn(labels, label) ? labels[label] : undefined;
}

/** What Grafana shows when it cannot join. */
function failure(text: string) {
  return [{ fields: [newField('Error', 'string', [text])] }];
}
