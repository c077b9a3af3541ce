import { DataField, DataFrame } from '../frames/DataFrame';
import { fieldDisplayName } from '../frames/fieldDisplayName';

/**
 * A frame with only these of its fields. They keep the names that they had beside the others:
 * "Value 2" stays that for later transformations and overrides when "Value 1" is left out.
 */
export function withFields(
  frame: DataFrame,
  fields: DataField[],
  frames: DataFrame[],
): DataFrame {
  const next = { ...frame, fields };
  const amongMany = frames.length > 1;
  return {
    ...next,
    fields: fields.map(field => {
      const name = fieldDisplayName(field, frame, frames);
      return name === fieldDisplayName(field, next, frames)
        ? field
        : { ...field, knownAs: { name, amongMany } };
    }),
  };
}
