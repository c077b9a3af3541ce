import { DataField, DataFrame, FieldValue } from './DataFrame';

/** Fields on common times. */
export interface AlignedFields {
  /** Of the first frame, with all times; absent when no frame has times. */
  time?: DataField;
  /** With null where a field has no value at a time. */
  fields: DataField[];
}

/**
 * Puts the fields of frames beside one another, on all their times in order. Frames without times are
 * left out.
 */
export function alignFrames(frames: DataFrame[]): AlignedFields {
  const timed = frames.flatMap(frame => {
    const time = frame.fields.find(({ type }) => type === 'time');
    return time ? [{ frame, time }] : [];
  });
  const others = timed.map(({ frame, time }) =>
    frame.fields.filter(field => field !== time),
  );
  const [first] = timed;
  if (!first) {
    return { fields: [] };
  }
  if (timed.length === 1 && isAscending(first.time.values)) {
    return { time: first.time, fields: others[0] };
  }
  const times = [
    ...new Set(timed.flatMap(({ time }) => time.values.map(Number))),
  ].sort((a, b) => a - b);
  const places = new Map(times.map((time, index) => [time, index]));
  return {
    time: { ...first.time, values: times },
    fields: timed.flatMap(({ time }, index) =>
      others[index].map(field => {
        const values = new Array<FieldValue>(times.length).fill(null);
        time.values.forEach((moment, row) => {
          values[places.get(Number(moment))!] = field.values[row];
        });
        return { ...field, values };
      }),
    ),
  };
}

function isAscending(values: FieldValue[]): boolean {
  return values.every(
    (value, index) => index === 0 || Number(values[index - 1]) < Number(value),
  );
}
