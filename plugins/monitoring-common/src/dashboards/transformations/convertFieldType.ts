import { JsonObject } from '@backstage/types';
import { DataField } from '../frames/DataFrame';
import { compileFieldMatcher } from '../frames/fieldMatches';
import { asObjects, asText } from '../model/json';
import {
  toBooleanField,
  toNumberField,
  toOtherField,
  toStringField,
  toTimeField,
} from './convertField';
import { Transform } from './Transform';

/** Makes values of another type of those of some fields. */
export const convertFieldType: Transform = (frames, options, context) =>
  asObjects(options.conversions).reduce((before, conversion) => {
    const name = asText(conversion.targetField);
    if (!name) {
      return before;
    }
    const matches = compileFieldMatcher({ id: 'byName', options: name });
    return before.map(frame => ({
      ...frame,
      fields: frame.fields.map(field =>
        matches(field, frame, before)
          ? convert(field, conversion, context.timeZone)
          : field,
      ),
    }));
  }, frames);

function convert(
  field: DataField,
  { destinationType, dateFormat, timezone, joinWith }: JsonObject,
  timeZone: string | undefined,
): DataField {
  switch (destinationType) {
    case 'time':
      return toTimeField(field, asText(dateFormat));
    case 'number':
      return toNumberField(field);
    case 'string':
      return toStringField(field, {
        dateFormat: asText(dateFormat),
        timeZone: asText(timezone) ?? timeZone,
        joinWith: asText(joinWith),
      });
    case 'boolean':
      return toBooleanField(field);
    case 'other':
      return toOtherField(field);
    default:
      return field;
  }
}
