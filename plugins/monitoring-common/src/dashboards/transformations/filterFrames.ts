import { JsonValue } from '@backstage/types';
import { DataFrame } from '../frames/DataFrame';
import { asObject, asText } from '../model/json';
import { compileFrameMatcher, FrameMatcher } from './frameMatches';
import { Transform } from './Transform';

/** Keeps the frames that one matcher is about and another is not. */
export const filterFrames: Transform = (frames, { include, exclude }) =>
  keepFrames(frames, matcherOf(include), matcherOf(exclude));

/** The frames that are to be in and not to be out. */
export function keepFrames(
  frames: DataFrame[],
  include: FrameMatcher | undefined,
  exclude: FrameMatcher | undefined,
): DataFrame[] {
  return frames.filter(
    frame => !exclude?.(frame) && (include?.(frame) ?? true),
  );
}

function matcherOf(json: JsonValue | undefined): FrameMatcher | undefined {
  const { id, options } = asObject(json);
  return json
    ? compileFrameMatcher({ id: asText(id) ?? '', options })
    : undefined;
}
