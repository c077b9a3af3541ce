import {
  ParsedLabelMatchers,
  parseLabelMatchers,
} from '../promql/parseLabelMatchers';
import { LabelMatcher } from './types';

const PLACEHOLDER = /\$\{\{\s*([^{}]*?)\s*\}\}/g;
const REGEX_CHARACTER = /[\\^$.|?*+()[\]{}]/g;

/** What a placeholder of the default selector can stand for. */
export interface EntityIdentity {
  /** In lower case. */
  kind: string;
  namespace: string;
  name: string;
}

/**
 * The selector of an entity that has none of its own. The template is read first and filled in
 * afterwards, so that no name can leave the value that it stands in.
 *
 * @param template - label matchers in whose values `${{ name }}`, `${{ namespace }}` and
 * `${{ kind }}` stand for the entity's identity
 * @public
 */
export function defaultSelectorFor(
  template: string,
  identity: EntityIdentity,
): ParsedLabelMatchers {
  for (const match of template.matchAll(PLACEHOLDER)) {
    if (!Object.hasOwn(identity, match[1])) {
      return {
        matchers: [],
        error: {
          message: `${match[0]} stands for nothing; there are name, namespace and kind`,
          offset: match.index ?? 0,
          length: match[0].length,
        },
      };
    }
  }
  const { matchers, error } = parseLabelMatchers(template);
  return {
    matchers: matchers.map(matcher => fillIn(matcher, identity)),
    ...(error ? { error } : {}),
  };
}

function fillIn(matcher: LabelMatcher, identity: EntityIdentity): LabelMatcher {
  const isRegex = matcher.operator.endsWith('~');
  return {
    ...matcher,
    value: matcher.value.replace(
      PLACEHOLDER,
      (_all, key: keyof EntityIdentity) =>
        isRegex
          ? identity[key].replace(REGEX_CHARACTER, '\\$&')
          : identity[key],
    ),
  };
}
