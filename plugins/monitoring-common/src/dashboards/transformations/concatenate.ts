import { DataField, frameLength } from '../frames/DataFrame';
import { asText } from '../model/json';
import { ABSENT } from './newField';
import { Transform } from './Transform';

/** All fields side by side in one frame; shorter ones are filled up. */
export const concatenate: Transform = (frames, options) => {
  if (frames.length < 2) {
    return frames;
  }
  const length = Math.max(...frames.map(frameLength));
  const label = asText(options.frameNameLabel) ?? 'frame';
  const fields = frames.flatMap(({ name, fields: own }) =>
    own.map(field =>
      filledUp(
        withFrameName(field, name, options.frameNameMode, label),
        length,
      ),
    ),
  );
  return [{ fields }];
};

function withFrameName(
  { knownAs: _, ...field }: DataField,
  name: string | undefined,
  mode: unknown,
  label: string,
): DataField {
  if (!name || mode === 'drop') {
    return field;
  }
  if (mode === 'label') {
    return { ...field, labels: { ...field.labels, [label]: name } };
  }
  return {
    ...field,
    name:
      !field.name || field.name === 'Value' ? name : `${name} · ${field.name}`,
  };
}

function filledUp(field: DataField, length: number): DataField {
  const missing = length - field.values.length;
  return missing > 0
    ? {
        ...field,
        values: [...field.values, ...new Array(missing).fill(ABSENT)],
      }
    : field;
}
