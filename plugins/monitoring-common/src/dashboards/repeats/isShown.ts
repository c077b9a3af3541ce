import { parseGrafanaInterval } from '../intervals/parseGrafanaInterval';
import { compilePattern } from '../patterns/compilePattern';
import { DisplayCondition, DisplayRule } from '../types';
import { RepeatScope } from './repeatScopes';
import { RepeatValues } from './RepeatValues';

/**
 * Whether the rules of a tab, a row or a panel let it be shown. A rule about a variable or a time
 * range that nobody knows decides nothing.
 *
 * @param length - of the time range, in milliseconds
 */
export function isShown(
  condition: DisplayCondition | undefined,
  scope: RepeatScope,
  values: RepeatValues,
  length: number | undefined,
): boolean {
  const verdicts = (condition?.rules ?? []).flatMap(
    rule => verdictOf(rule, scope, values, length) ?? [],
  );
  if (!condition || !verdicts.length) {
    return true;
  }
  const holds = condition.any
    ? verdicts.some(Boolean)
    : verdicts.every(Boolean);
  return holds !== condition.hides;
}

function verdictOf(
  { variable, operator, value }: DisplayRule,
  scope: RepeatScope,
  values: RepeatValues,
  length: number | undefined,
): boolean | undefined {
  if (variable === undefined) {
    const longest = parseGrafanaInterval(value);
    return length === undefined || longest === undefined
      ? undefined
      : length <= longest;
  }
  const chosen = values.chosen(variable, scope.variables);
  switch (chosen && operator) {
    case '=':
      return isOneOf(value, chosen!);
    case '!=':
      return !isOneOf(value, chosen!);
    case '=~':
    case '!~': {
      const pattern = compilePattern(`/${value}/`);
      // What is no expression hides nothing.
      return pattern
        ? chosen!.values.some(one => pattern.test(one)) === (operator === '=~')
        : true;
    }
    default:
      return undefined;
  }
}

function isOneOf(
  value: string,
  chosen: { values: string[]; isAll: boolean },
): boolean {
  return (
    chosen.values.includes(value) ||
    (chosen.isAll && value.toLowerCase() === 'all')
  );
}
