import {
  DataField,
  DataFrame,
  FieldValue,
  frameLength,
} from '../frames/DataFrame';
import { ABSENT, newField } from './newField';

/** A row for each time and each set of labels; frames without times are left out. */
export function toLongSeries(frames: DataFrame[]): DataFrame[] {
  return frames.flatMap(frame => {
    const time = frame.fields.find(({ type }) => type === 'time');
    return time ? [longFrame(frame, time)] : [];
  });
}

function longFrame(frame: DataFrame, time: DataField): DataFrame {
  const isFactor = ({ type }: DataField) =>
    type === 'string' || type === 'boolean';
  const factors = uniqueByName(frame.fields.filter(isFactor));
  const firsts = uniqueByName(
    frame.fields.filter(field => field !== time && !isFactor(field)),
  );
  const typeOf = new Map(firsts.map(({ name, type }) => [name, type]));
  const values = frame.fields.filter(
    field =>
      field !== time &&
      !isFactor(field) &&
      typeOf.get(field.name) === field.type,
  );
  const bySeries = new Map<string, DataField[]>();
  for (const field of values) {
    const key = JSON.stringify(field.labels) ?? 'undefined';
    bySeries.set(key, [...(bySeries.get(key) ?? []), field]);
  }
  const series = [...bySeries.keys()].sort().map(key => bySeries.get(key)!);
  const labels = values.flatMap(field => Object.keys(field.labels ?? {}));
  const texts = [
    ...new Set([...factors.map(({ name }) => name), ...labels]),
  ].sort();
  const columns = [...typeOf.keys()].sort();

  const numberOf = (row: number) => Number(time.values[row]);
  const rows = Array.from({ length: frameLength(frame) }, (_, row) => row).sort(
    (a, b) => numberOf(a) - numberOf(b),
  );
  const cells = rows.flatMap(row =>
    series.map(
      fields =>
        new Map<string, FieldValue>([
          ...factors.map(one => [one.name, one.values[row]] as const),
          ...Object.entries(fields[0].labels ?? {}),
          ...fields.map(one => [one.name, one.values[row]] as const),
          [time.name, time.values[row]],
        ]),
    ),
  );
  const column = (name: string) =>
    cells.map(cell => (cell.has(name) ? cell.get(name)! : ABSENT));
  return {
    ...frame,
    meta: { ...frame.meta, type: 'timeseries-long' },
    fields: [
      newField(time.name, 'time', column(time.name)),
      ...columns.map(name => newField(name, typeOf.get(name)!, column(name))),
      ...texts.map(name => newField(name, 'string', column(name))),
    ],
  };
}

function uniqueByName(fields: DataField[]): DataField[] {
  return fields.filter(
    (field, index) =>
      fields.findIndex(({ name }) => name === field.name) === index,
  );
}
