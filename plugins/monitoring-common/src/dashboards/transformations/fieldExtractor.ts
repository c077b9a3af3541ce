import { JsonObject } from '@backstage/types';
import { asText } from '../model/json';
import { compilePattern } from '../patterns/compilePattern';
import { parseKeyValues } from './parseKeyValues';

/** Reads the parts of a text; undefined when it has none. */
export type FieldExtractor = (text: string) => JsonObject | undefined;

/** How the parts of a text are read: as JSON, pairs, a list, by a regular expression, or as it fits. */
export function fieldExtractor(options: JsonObject): FieldExtractor {
  const extractors: Record<string, FieldExtractor> = {
    json: parseJson,
    kvp: parseKeyValues,
    delimiter: byDelimiter(asText(options.delimiter) ?? ','),
    regexp: byPattern(asText(options.regExp)),
  };
  const format = asText(options.format) ?? 'auto';
  if (Object.hasOwn(extractors, format)) {
    return extractors[format];
  }
  return text => parseJson(text) ?? parseKeyValues(text);
}

function parseJson(text: string): JsonObject | undefined {
  try {
    const parsed = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** Each part is a column, with a 1 where it is in the text. */
function byDelimiter(delimiter: string): FieldExtractor {
  return text =>
    Object.fromEntries(
      text
        .trim()
        .split(delimiter)
        .map(part => [part.trim(), 1]),
    );
}

function byPattern(written: string | undefined): FieldExtractor {
  const pattern = written?.startsWith('/')
    ? compilePattern(written)
    : compilePattern('/(?<NewField>.*)/');
  return text => pattern?.groups(text);
}
