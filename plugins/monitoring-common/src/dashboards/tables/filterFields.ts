import { JsonObject, JsonValue } from '@backstage/types';
import { asObject, asText, asTexts } from '../model/json';
import { matchesPattern } from '../model/matchesPattern';
import { fieldName, TableFrame } from './TableFrame';

/** `filterFieldsByName`: keeps columns by their names. */
export function filterFields(
  frames: TableFrame[],
  options: JsonObject,
): TableFrame[] {
  const isIn = matcher(options.include);
  const isOut = matcher(options.exclude);
  return frames.map(frame => ({
    ...frame,
    fields: frame.fields.filter(field => {
      const name = fieldName(field);
      return (isIn?.(name) ?? true) && !isOut?.(name);
    }),
  }));
}

function matcher(
  json: JsonValue | undefined,
): ((name: string) => boolean) | undefined {
  const { names, pattern } = asObject(json);
  const listed = asTexts(names);
  const written = asText(pattern);
  return listed.length > 0 || written !== undefined
    ? name =>
        listed.includes(name) ||
        (written !== undefined && matchesPattern(written, name))
    : undefined;
}
