import { DataField, DataFrame } from '../frames/DataFrame';
import { compileFieldMatcher } from '../frames/fieldMatches';
import { asText } from '../model/json';

/** Finds the field that a calculation is about: by its name, else the first one of numbers. */
export function chosenField(
  name: unknown,
): (frame: DataFrame, frames: DataFrame[]) => DataField | undefined {
  const text = asText(name);
  const matches = compileFieldMatcher(
    text ? { id: 'byNames', options: { names: [text] } } : { id: 'numeric' },
  );
  return (frame, frames) =>
    frame.fields.find(field => matches(field, frame, frames));
}
