import { frameLength } from '../frames/DataFrame';
import { Transform } from './Transform';

const USUAL = 10;

/** Keeps the first rows; with a number below 0, the last ones. */
export const limit: Transform = (frames, { limitField }) => {
  const most = wanted(limitField);
  return frames.map(frame =>
    frameLength(frame) > most
      ? {
          ...frame,
          fields: frame.fields.map(field => ({
            ...field,
            values:
              most >= 0
                ? field.values.slice(0, most)
                : field.values.slice(Math.max(0, field.values.length + most)),
          })),
        }
      : frame,
  );
};

function wanted(json: unknown): number {
  if (typeof json === 'string') {
    return parseInt(json, 10);
  }
  return typeof json === 'number' ? Math.trunc(json) : USUAL;
}
