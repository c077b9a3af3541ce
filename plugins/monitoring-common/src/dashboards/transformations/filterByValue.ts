import { DataFrame, frameLength, withRows } from '../frames/DataFrame';
import { fieldDisplayName } from '../frames/fieldDisplayName';
import { asObject, asObjects, asText } from '../model/json';
import { Transform } from './Transform';
import { compileValueMatcher } from './valueMatches';

/** Keeps the rows whose values some or all conditions are about, or leaves them out. */
export const filterByValue: Transform = (frames, options) => {
  const filters = asObjects(options.filters);
  if (filters.length === 0) {
    return frames;
  }
  const matchAll = options.match === 'all';
  const isKept = options.type !== 'exclude';
  return frames.map(frame => {
    const conditions = filters.map(({ fieldName, config }) => {
      const { id, options: condition } = asObject(config);
      const field = lastOfName(frame, frames, asText(fieldName));
      const matches = compileValueMatcher(asText(id) ?? '', condition);
      return (row: number) => field !== undefined && matches(field.values[row]);
    });
    const rows: number[] = [];
    for (let row = 0; row < frameLength(frame); row++) {
      const matches = (condition: (at: number) => boolean) => condition(row);
      if (
        (matchAll ? conditions.every(matches) : conditions.some(matches)) ===
        isKept
      ) {
        rows.push(row);
      }
    }
    return forgetNames(withRows(frame, rows));
  });
};

function lastOfName(
  frame: DataFrame,
  frames: DataFrame[],
  name: string | undefined,
) {
  return frame.fields.findLast(
    field => fieldDisplayName(field, frame, frames) === name,
  );
}

function forgetNames(frame: DataFrame): DataFrame {
  return {
    ...frame,
    fields: frame.fields.map(field => ({ ...field, knownAs: undefined })),
  };
}
