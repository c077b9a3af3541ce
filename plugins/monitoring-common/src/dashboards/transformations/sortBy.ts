import { fieldDisplayName } from '../frames/fieldDisplayName';
import { asNumber, asObjects } from '../model/json';
import { sortFrame } from './sortFrame';
import { Transform } from './Transform';

/** Puts rows into the order of a field. */
export const sortBy: Transform = (frames, { sort }) => {
  const [first] = asObjects(sort);
  return first
    ? frames.map(frame =>
        sortFrame(
          frame,
          asNumber(first.index) ??
            frame.fields.findIndex(
              field => fieldDisplayName(field, frame) === first.field,
            ),
          first.desc === true,
        ),
      )
    : frames;
};
