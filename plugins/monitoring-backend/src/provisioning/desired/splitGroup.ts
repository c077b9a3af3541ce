import { RuleGroup } from '@sightline/backstage-plugin-monitoring-common';

/** Of a group in Mimir, by default (recording `ruler.limits`). */
const MOST_RULES = 20;

/**
 * A rule group as several where the ruler takes no more rules in one. The first keeps the name: an
 * entity that gets more alerts loses the state of none.
 */
export function splitGroup(group: RuleGroup, target: string): RuleGroup[] {
  const { name, rules } = group;
  if (!target.startsWith('mimir:') || rules.length <= MOST_RULES) {
    return [group];
  }
  return Array.from(
    { length: Math.ceil(rules.length / MOST_RULES) },
    (_, index) => ({
      ...group,
      name: index === 0 ? name : `${name}:${index + 1}`,
      rules: rules.slice(index * MOST_RULES, (index + 1) * MOST_RULES),
    }),
  );
}
