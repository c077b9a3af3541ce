import { DataField } from '../frames/DataFrame';
import { transformToHistogram } from '../histogram/transformToHistogram';
import { Transform } from './Transform';

/** Counts values into buckets; a count of all looks as the first series does. */
export const histogram: Transform = (frames, options) => {
  const first = frames
    .flatMap(({ fields }) => fields)
    .find(({ type }) => type === 'number');
  return transformToHistogram(frames, options).map(frame => ({
    ...frame,
    fields: frame.fields.map(field =>
      options.combine === true && field.name === 'count' && first
        ? countOfAll(field, first)
        : field,
    ),
  }));
};

function countOfAll(field: DataField, first: DataField): DataField {
  const { displayName, displayNameFromSource } = first.config;
  return {
    ...field,
    labels: first.labels,
    config: { ...field.config, displayName, displayNameFromSource },
    knownAs: { name: 'Count', amongMany: false },
  };
}
