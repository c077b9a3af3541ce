import { JsonValue } from '@backstage/types';
import { compileFieldMatcher, FieldMatcher } from '../frames/fieldMatches';
import { asObject, asText, asTexts } from '../model/json';
import { keepFields } from './filterFields';
import { Transform } from './Transform';

/** Keeps the fields of some names, or leaves them out. */
export const filterFieldsByName: Transform = (frames, options) => {
  const { include, exclude, byVariable } = options;
  const wanted = namesMatcher(include, byVariable === true);
  const unwanted = namesMatcher(exclude, byVariable === true);
  return wanted || unwanted ? keepFields(frames, wanted, unwanted) : frames;
};

/**
 * Fields by their names, a regular expression, or both.
 *
 * @returns undefined when nothing is said
 */
export function namesMatcher(
  json: JsonValue | undefined,
  byVariable: boolean = false,
): FieldMatcher | undefined {
  const { pattern: written, variable: filled, ...rest } = asObject(json);
  const names = asTexts(rest.names);
  const pattern = asText(written);
  const variable = asText(filled);
  if (byVariable && variable) {
    const list = variable.replace(/^\{(.*)\}$/, '$1').split(',');
    return compileFieldMatcher({ id: 'byNames', options: { names: list } });
  }
  if (names.length === 0 && !pattern) {
    return undefined;
  }
  return compileFieldMatcher(
    names.length > 0
      ? { id: 'byRegexpOrNames', options: { names, pattern } }
      : { id: 'byRegexp', options: pattern },
  );
}
