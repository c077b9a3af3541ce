import {
  DataField,
  DataFrame,
  FieldValue,
  frameLength,
} from '../frames/DataFrame';
import { toLongSeries } from './toLongSeries';

/** A frame for each series; frames without times are left out. */
export function toMultiSeries(frames: DataFrame[]): DataFrame[] {
  return toLongSeries(frames).flatMap(frame => {
    const [time] = frame.fields;
    const labels = frame.fields.filter(({ type }) => type === 'string');
    return frame.fields
      .filter(({ type }) => type === 'number' || type === 'boolean')
      .flatMap(value =>
        labels.length > 0
          ? seriesOf(frame, time, value, labels)
          : [seriesFrame(frame, time, value)],
      );
  });
}

function seriesOf(
  frame: DataFrame,
  time: DataField,
  value: DataField,
  labels: DataField[],
): DataFrame[] {
  const series = new Map<
    string,
    { row: number; times: FieldValue[]; values: FieldValue[] }
  >();
  for (let row = 0; row < frameLength(frame); row++) {
    const at = time.values[row];
    // What a join found nothing for is no value.
    if (value.values[row] !== undefined && at !== null && at !== undefined) {
      const key = labels.map(({ values }) => values[row] ?? '').join('/');
      const known = series.get(key) ?? { row, times: [], values: [] };
      known.times.push(at);
      known.values.push(value.values[row]);
      series.set(key, known);
    }
  }
  return [...series.values()].map(({ row, times, values }) =>
    seriesFrame(
      frame,
      { ...time, values: times },
      {
        ...value,
        values,
        labels: Object.fromEntries(
          labels.flatMap(label => {
            const text = label.values[row];
            return text === null || text === undefined
              ? []
              : [[label.name, String(text)]];
          }),
        ),
      },
    ),
  );
}

function seriesFrame(
  { name, refId, meta }: DataFrame,
  time: DataField,
  value: DataField,
): DataFrame {
  return {
    name,
    refId,
    meta: { ...meta, type: 'timeseries-multi' },
    fields: [time, value],
  };
}
