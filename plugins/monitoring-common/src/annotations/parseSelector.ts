import { matchesEmpty } from '../promql/matchesEmpty';
import { parseLabelMatchers } from '../promql/parseLabelMatchers';
import { MONITORING_ANNOTATION_SELECTOR } from './constants';
import { ProblemList } from './ProblemList';
import { LabelMatcher, Parsed } from './types';

/** Parses `monitoring/selector`; the default is used when it is faulty. */
export function parseSelector(
  value: string,
  defaultSelector: LabelMatcher[],
): Parsed<LabelMatcher[]> {
  const problems = new ProblemList(MONITORING_ANNOTATION_SELECTOR, value);
  const { matchers, error } = parseLabelMatchers(value);
  if (!error && !matchers.every(matchesEmpty)) {
    return { value: matchers, problems: [] };
  }
  problems.error(
    `${
      error?.message ??
      'The matchers also select series that have none of these labels, which are those of others'
    }. The default selector is used instead`,
    {
      offset: error?.offset ?? 0,
      text: error
        ? value.slice(error.offset, error.offset + error.length)
        : value,
    },
  );
  return { value: defaultSelector, problems: problems.problems };
}
