import { RE2JS } from 're2js';
import { LabelMatcher } from '../annotations/types';

/**
 * Whether a matcher also matches series that lack its label; Prometheus reads a missing label as
 * an empty one.
 *
 * @param matcher - with a regular expression that `checkRegex` accepts
 */
export function matchesEmpty({ operator, value }: LabelMatcher): boolean {
  switch (operator) {
    case '=':
      return value === '';
    case '!=':
      return value !== '';
    default: {
      const matches = RE2JS.compile(value).matches('');
      return operator === '=~' ? matches : !matches;
    }
  }
}
