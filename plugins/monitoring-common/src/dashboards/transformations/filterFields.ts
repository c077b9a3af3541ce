import { compileFieldMatcher, FieldMatcher } from '../frames/fieldMatches';
import { DataFrame } from '../frames/DataFrame';
import { asObject, asText } from '../model/json';
import { withFields } from './keepNames';
import { Transform } from './Transform';

/** Keeps the fields that one matcher is about and another is not; frames without any go. */
export const filterFields: Transform = (frames, { include, exclude }) =>
  include || exclude
    ? keepFields(frames, matcherOf(include), matcherOf(exclude))
    : frames;

/** The fields that are to be in and not to be out. */
export function keepFields(
  frames: DataFrame[],
  include: FieldMatcher | undefined,
  exclude: FieldMatcher | undefined,
): DataFrame[] {
  return frames.flatMap(frame => {
    const fields = frame.fields.filter(
      field =>
        !exclude?.(field, frame, frames) &&
        (include?.(field, frame, frames) ?? true),
    );
    return fields.length > 0 ? [withFields(frame, fields, frames)] : [];
  });
}

function matcherOf(json: unknown): FieldMatcher | undefined {
  const { id, options } = asObject(json);
  return json
    ? compileFieldMatcher({ id: asText(id) ?? '', options })
    : undefined;
}
