import { JsonObject, JsonValue } from '@backstage/types';
import {
  DataField,
  DataFrame,
  FieldType,
  FieldValue,
} from '../frames/DataFrame';
import { compileFieldMatcher } from '../frames/fieldMatches';
import { uniqueFieldName } from '../frames/fieldDisplayName';
import { asObjects, asText } from '../model/json';
import { fieldExtractor } from './fieldExtractor';
import { ABSENT, newField } from './newField';
import { Transform } from './Transform';

/** More columns are none that anybody reads. */
const MOST_FIELDS = 1_000;

/** Makes fields of what the texts of one field hold. */
export const extractFields: Transform = (frames, options) => {
  const source = asText(options.source);
  return source ? frames.map(frame => extract(frame, source, options)) : frames;
};

function extract(
  frame: DataFrame,
  name: string,
  options: JsonObject,
): DataFrame {
  const source = findField(frame, name);
  if (!source) {
    return frame;
  }
  const parse = fieldExtractor(options);
  const paths = asObjects(options.jsonPaths).filter(({ path }) => asText(path));
  const found = new Map<string, FieldValue[]>();
  source.values.forEach((value, row) => {
    const parsed = typeof value === 'string' ? parse(value) : undefined;
    const parts =
      options.format === 'json' && paths.length > 0 && parsed
        ? pick(parsed, paths)
        : parsed;
    for (const [key, part] of Object.entries(parts ?? {})) {
      let column = found.get(key);
      if (!column && found.size < MOST_FIELDS) {
        column = new Array(source.values.length).fill(ABSENT);
        found.set(key, column);
      }
      if (column) {
        column[row] = asValue(part);
      }
    }
  });
  const fields = [...found].map(([key, values]) => {
    const field = newField(key, typeOf(values), values);
    return { ...field, name: uniqueFieldName(field, frame) };
  });
  const time = findField(frame, 'Time') ?? findField(frame, 'time');
  return {
    ...frame,
    fields: [
      ...(options.replace === true ? [] : frame.fields),
      ...(options.keepTime === true && time ? [time] : []),
      ...fields,
    ],
  };
}

function findField(frame: DataFrame, name: string): DataField | undefined {
  return (
    frame.fields.find(field => field.name === name) ??
    frame.fields.find(field =>
      compileFieldMatcher({ id: 'byName', options: name })(field, frame, [
        frame,
      ]),
    )
  );
}

/** What lies at paths such as `a.b[0].c`. */
function pick(value: JsonObject, paths: JsonObject[]): JsonObject {
  return Object.fromEntries(
    paths.map(({ path, alias }) => {
      const steps = String(path).match(/[^.[\]"']+/g) ?? [];
      const found = steps.reduce<JsonValue | undefined>(
        (at, step) =>
          typeof at === 'object' && at !== null && Object.hasOwn(at, step)
            ? (at as JsonObject)[step]
            : undefined,
        value,
      );
      return [asText(alias) ?? String(path), found ?? 'Not Found'];
    }),
  );
}

/** Objects stay what they were: text. */
function asValue(value: JsonValue | undefined): FieldValue {
  return typeof value === 'object' && value !== null
    ? JSON.stringify(value)
    : value ?? ABSENT;
}

function typeOf(values: FieldValue[]): FieldType {
  const type = typeof values.find(
    value => value !== null && value !== undefined,
  );
  return type === 'string' || type === 'number' || type === 'boolean'
    ? type
    : 'other';
}
