import { LabelMatcher } from '../annotations/types';

/** Label matchers as PromQL without braces. */
export function selectorText(matchers: LabelMatcher[]): string {
  return matchers
    .map(
      ({ label, operator, value }) =>
        `${label}${operator}${JSON.stringify(value)}`,
    )
    .join(', ');
}
