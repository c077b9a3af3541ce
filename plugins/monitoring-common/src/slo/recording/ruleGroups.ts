import { Rule, RuleGroup } from '../../rules/types';

/** Default limit of Mimir's ruler. */
const MOST_RULES = 20;

/** Rules in a group of this name, or in several when one would be too large: `name`, `name:2`, … */
export function ruleGroups(
  name: string,
  rules: Rule[],
  interval?: string,
): RuleGroup[] {
  const groups: RuleGroup[] = [];
  for (let first = 0; first < rules.length; first += MOST_RULES) {
    const number = groups.length + 1;
    groups.push({
      name: number === 1 ? name : `${name}:${number}`,
      ...(interval ? { interval } : {}),
      rules: rules.slice(first, first + MOST_RULES),
    });
  }
  return groups;
}
