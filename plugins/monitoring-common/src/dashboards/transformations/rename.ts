import { DataFrame } from '../frames/DataFrame';
import { fieldDisplayName } from '../frames/fieldDisplayName';
import { asObject } from '../model/json';
import { Transform } from './Transform';

/** Gives fields the names that the author wrote. */
export const rename: Transform = (frames, { renameByName }) => {
  const names = asObject(renameByName);
  return renameFields(frames, name =>
    Object.hasOwn(names, name) && typeof names[name] === 'string'
      ? (names[name] as string)
      : undefined,
  );
};

/** @param nameOf - what a field is called instead; empty or undefined: as before */
export function renameFields(
  frames: DataFrame[],
  nameOf: (name: string) => string | undefined,
): DataFrame[] {
  return frames.map(frame => ({
    ...frame,
    fields: frame.fields.map(field => {
      const displayName = nameOf(fieldDisplayName(field, frame));
      return displayName
        ? {
            ...field,
            config: { ...field.config, displayName },
            knownAs: undefined,
          }
        : field;
    }),
  }));
}
