import { RE2JS } from 're2js';
import { LabelMatcher } from '../annotations/types';

/**
 * Reads matchers once, to ask many sets of labels. As in Prometheus a regular expression has to
 * match the whole value, and a missing label is an empty one.
 *
 * @param matchers - as `parseLabelMatchers` answers them; all have to match
 * @throws `RE2JSSyntaxException` for a regular expression that Prometheus cannot read
 * @public
 */
export function compileLabelMatchers(
  matchers: LabelMatcher[],
): (labels: Record<string, string>) => boolean {
  const compiled = matchers.map(({ label, operator, value }) => ({
    label,
    matches: compileValue(operator, value),
  }));
  return labels =>
    compiled.every(({ label, matches }) =>
      matches(Object.hasOwn(labels, label) ? labels[label] : ''),
    );
}

function compileValue(
  operator: LabelMatcher['operator'],
  value: string,
): (actual: string) => boolean {
  switch (operator) {
    case '=':
      return actual => actual === value;
    case '!=':
      return actual => actual !== value;
    default: {
      const pattern = RE2JS.compile(value);
      const wanted = operator === '=~';
      return actual => pattern.matches(actual) === wanted;
    }
  }
}
