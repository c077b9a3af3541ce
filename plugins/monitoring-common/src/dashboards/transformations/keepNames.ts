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
  const amongMany = frames.length > 1;
  return {
    ...frame,
    fields: fields.map(field => ({
      ...field,
      knownAs: { name: fieldDisplayName(field, frame, frames), amongMany },
    })),
  };
}
