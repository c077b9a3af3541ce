import { LabelMatcher } from '../annotations/types';
import { quoteString } from './quoteString';

/**
 * Label matchers as PromQL without braces: `service="ingestor", env=~"prod|stage"`.
 *
 * @public
 */
export function formatLabelMatchers(matchers: LabelMatcher[]): string {
  return matchers
    .map(
      ({ label, operator, value }) =>
        `${label}${operator}${quoteString(value)}`,
    )
    .join(', ');
}
