import { FieldValue } from '../frames/DataFrame';
import { compileFieldMatcher } from '../frames/fieldMatches';
import { asNumber } from '../model/json';
import { Transform } from './Transform';

/** Writes the texts of a field in another way. */
export const formatString: Transform = (frames, options) => {
  const { stringField, substringStart, substringEnd } = options;
  const write = writer(
    String(options.outputFormat ?? 'Upper Case'),
    asNumber(substringStart) ?? 0,
    asNumber(substringEnd),
  );
  const matches = compileFieldMatcher({ id: 'byName', options: stringField });
  return frames.map(frame => ({
    ...frame,
    fields: frame.fields.map(field =>
      matches(field, frame, frames)
        ? { ...field, type: 'string', values: field.values.map(write) }
        : field,
    ),
  }));
};

const capitalWords = (text: string) =>
  text
    .split(' ')
    .map(word => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase());

const CHANGES = new Map<string, (text: string) => string>([
  ['Upper Case', text => text.toUpperCase()],
  ['Lower Case', text => text.toLowerCase()],
  ['Sentence Case', text => text.charAt(0).toUpperCase() + text.slice(1)],
  ['Title Case', text => capitalWords(text).join(' ')],
  ['Pascal Case', text => capitalWords(text).join('')],
  [
    'Camel Case',
    text => {
      const words = capitalWords(text).join('');
      return words.charAt(0).toLowerCase() + words.slice(1);
    },
  ],
  ['Snake Case', text => text.toLowerCase().split(' ').join('_')],
  ['Kebab Case', text => text.toLowerCase().split(' ').join('-')],
  ['Trim', text => text.trim()],
]);

function writer(
  format: string,
  start: number,
  end: number | undefined,
): (value: FieldValue) => FieldValue {
  const change = CHANGES.get(format);
  return value => {
    if (value === null || value === undefined) {
      return value;
    }
    const text = String(value);
    return format === 'Substring'
      ? text.substring(start, end)
      : change?.(text) ?? null;
  };
}
