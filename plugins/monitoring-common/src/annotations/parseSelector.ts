import { parseLabelMatchers } from '../promql/parseLabelMatchers';
import { PromqlError } from '../promql/PromqlError';
import { quoteString } from '../promql/quoteString';
import { MONITORING_ANNOTATION_SELECTOR } from './constants';
import { ProblemList } from './ProblemList';
import { LabelMatcher, Parsed } from './types';

/**
 * The selector of an entity that has none of its own.
 *
 * @param template - matchers in which `${{ name }}`, `${{ namespace }}` and `${{ kind }}`, inside
 * double quotes, stand for the entity's identity
 * @throws `PromqlError` when the template is no list of matchers
 */
export function defaultSelectorFor(
  template: string,
  identity: { kind: string; namespace: string; name: string },
): LabelMatcher[] {
  const text = template.replace(
    /\$\{\{\s*(name|namespace|kind)\s*\}\}/g,
    (_all, key: keyof typeof identity) =>
      quoteString(identity[key]).slice(1, -1),
  );
  return parseLabelMatchers(text);
}

/** Parses `monitoring/selector`; the default is used when it is faulty. */
export function parseSelector(
  value: string,
  defaultSelector: LabelMatcher[],
): Parsed<LabelMatcher[]> {
  const problems = new ProblemList(MONITORING_ANNOTATION_SELECTOR, value);
  try {
    return { value: parseLabelMatchers(value), problems: [] };
  } catch (error) {
    if (!(error instanceof PromqlError)) {
      throw error;
    }
    problems.error(`${error.message}. The default selector is used instead`, {
      text: value.slice(error.offset, error.offset + error.length) || ' ',
      offset: error.offset,
    });
    return { value: defaultSelector, problems: problems.problems };
  }
}
