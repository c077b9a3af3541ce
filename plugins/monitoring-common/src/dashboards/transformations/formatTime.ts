import { fieldDisplayName } from '../frames/fieldDisplayName';
import { asText } from '../model/json';
import { toStringField } from './convertField';
import { Transform } from './Transform';

/** Writes the times of a field as text. */
export const formatTime: Transform = (frames, options, context) => {
  const timeZone = asText(options.timezone) ?? context.timeZone;
  return frames.map(frame => ({
    ...frame,
    fields: frame.fields.map(field => {
      const name = fieldDisplayName(field, frame, frames);
      return name === options.timeField
        ? {
            ...toStringField(field, {
              dateFormat: asText(options.outputFormat),
              timeZone,
            }),
            // A text would be named after its frame.
            knownAs: { name, amongMany: frames.length > 1 },
          }
        : field;
    }),
  }));
};
