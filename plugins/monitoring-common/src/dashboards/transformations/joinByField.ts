import { compileFieldMatcher } from '../frames/fieldMatches';
import { asChoice, asText } from '../model/json';
import { joinFrames } from './joinFrames';
import { joinedRefId } from './newField';
import { Transform } from './Transform';

/** One frame of several, row by row of what they have in one field; without a name, of time. */
export const joinByField: Transform = (frames, options) => {
  if (frames.length < 2) {
    return frames;
  }
  const byField = asText(options.byField);
  const hasTime = frames[0].fields.some(({ type }) => type === 'time');
  const automatic = hasTime ? 'firstTimeField' : 'neverMatch';
  const joinBy = compileFieldMatcher(
    byField ? { id: 'byName', options: byField } : { id: automatic },
  );
  const mode = asChoice(options.mode, ['outer', 'inner', 'outerTabular']);
  return [
    {
      ...joinFrames(frames, joinBy, mode),
      refId: joinedRefId('joinByField', frames),
    },
  ];
};
