import { JsonObject } from '@backstage/types';
import { DataField, DataFrame } from '../frames/DataFrame';
import { asObject, asText } from '../model/json';
import { reduceField } from '../values/reduceField';
import { isTimeField, isTimeSeriesFrame } from './isTimeSeries';
import { newField } from './newField';
import { Transform } from './Transform';

/** A table for each query, with a row for each series: its labels, and a small graph. */
export const timeSeriesTable: Transform = (frames, options) => {
  const refIds = [
    ...new Set(
      frames.flatMap(({ refId }) => (refId === undefined ? [] : [refId])),
    ),
  ];
  const byRefId = refIds.map(refId => ({
    refId,
    own: frames.filter(frame => frame.refId === refId),
  }));
  return [
    ...byRefId.flatMap(({ own }) =>
      own.filter(frame => !isTimeSeriesFrame(frame)),
    ),
    ...byRefId.flatMap(({ refId, own }) => trendTable(refId, own, options)),
  ];
};

function trendTable(
  refId: string,
  frames: DataFrame[],
  options: JsonObject,
): DataFrame[] {
  const rule = Object.hasOwn(options, refId) ? asObject(options[refId]) : {};
  const timeName = asText(rule.timeField);
  const calculation = asText(rule.stat) ?? 'lastNotNull';
  const labels = [
    ...new Set(
      frames.flatMap(({ fields }) =>
        fields.flatMap(field =>
          field.type === 'number' ? Object.keys(field.labels ?? {}) : [],
        ),
      ),
    ),
  ];
  const rows = frames.filter(isTimeSeriesFrame).flatMap(({ fields }) => {
    const time = timeName
      ? fields.find(({ name }) => name === timeName)
      : fields.find(isTimeField);
    return time
      ? fields
          .filter(({ type }) => type === 'number')
          .map(field => ({ time, field }))
      : [];
  });
  if (rows.length === 0) {
    return [];
  }
  return [
    {
      refId,
      fields: [
        ...labels.map(label =>
          newField(
            label,
            'string',
            rows.map(({ field }) => field.labels?.[label] ?? ''),
          ),
        ),
        newField(
          `Trend #${refId}`,
          'frame',
          rows.map(({ time, field }) => trend(time, field, calculation)),
        ),
      ],
    },
  ];
}

function trend(
  time: DataField,
  field: DataField,
  calculation: string,
): DataFrame {
  const value = reduceField(field, calculation);
  return {
    fields: [time, field],
    value: typeof value === 'number' ? value : null,
  };
}
