import { DataField, FieldValue, frameLength } from '../frames/DataFrame';
import { frameDisplayName } from '../frames/frameDisplayName';
import { isTimeSeriesFrame } from './isTimeSeries';
import { joinedRefId, newField } from './newField';
import { sortFrame } from './sortFrame';
import { Transform } from './Transform';

/** One long table of several series: time, name and value, newest first. */
export const seriesToRows: Transform = frames => {
  const series = frames.filter(frame => frameLength(frame) > 0);
  if (frames.length === 0 || !series.every(isTimeSeriesFrame)) {
    return frames.length === 0 ? frames : series;
  }
  const [times, names, values]: FieldValue[][] = [[], [], []];
  for (const frame of series) {
    const name = frameDisplayName(frame);
    const time = frame.fields.findLastIndex(({ type }) => type === 'time');
    const value = frame.fields[time === 0 ? 1 : 0];
    for (let row = 0; row < frameLength(frame); row++) {
      times.push(frame.fields[time].values[row]);
      names.push(name);
      values.push(value.values[row]);
    }
  }
  const all = series.flatMap(({ fields }) => fields);
  const columnLike = (
    name: string,
    field: DataField | undefined,
    column: FieldValue[],
  ) =>
    field
      ? [
          {
            name,
            type: field.type,
            config: {
              ...field.config,
              displayName: undefined,
              displayNameFromSource: undefined,
            },
            values: column,
          },
        ]
      : [];
  const table = {
    refId: joinedRefId('seriesToRows', series),
    fields: [
      ...columnLike(
        'Time',
        all.find(({ type }) => type === 'time'),
        times,
      ),
      ...(series.length > 0 ? [newField('Metric', 'string', names)] : []),
      ...columnLike(
        'Value',
        all.find(({ type }) => type !== 'time'),
        values,
      ),
    ],
  };
  return [sortFrame(table, 0, true)];
};
