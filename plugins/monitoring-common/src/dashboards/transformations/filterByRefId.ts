import { JsonValue } from '@backstage/types';
import { asText } from '../model/json';
import { keepFrames } from './filterFrames';
import { compileFrameMatcher } from './frameMatches';
import { Transform } from './Transform';

/** Keeps the answers of some queries, or leaves them out. */
export const filterByRefId: Transform = (frames, { include, exclude }) => {
  const matcherOf = (json: JsonValue | undefined) => {
    const options = asText(json);
    return options
      ? compileFrameMatcher({ id: 'byRefId', options })
      : undefined;
  };
  return keepFrames(frames, matcherOf(include), matcherOf(exclude));
};
