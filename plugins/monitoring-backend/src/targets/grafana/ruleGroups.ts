import { DesiredObject } from '@sightline/backstage-plugin-monitoring-node';
import { GrafanaAlertRule } from './api/RuleGroupsApi';

const SLO_GROUPS = 'sightline:slos:';

/** Content of a desired rule group. */
export interface RuleGroupContent extends Record<string, unknown> {
  /** In seconds, a multiple of 10. */
  interval: number;
  rules: Record<string, any>[];
}

/**
 * Name of the alert rule group of an entity.
 *
 * @param owner - its ref, or another text that only it has
 */
export function alertGroupName(owner: string): string {
  return `sightline:alerts:${owner}`;
}

/**
 * Name of the rule group of an entity's SLOs.
 *
 * @param owner - its ref, or another text that only it has
 */
export function sloGroupName(owner: string): string {
  return `${SLO_GROUPS}${owner}`;
}

/** What a group of ours holds; one of nobody is as good as one of alerts. */
export function kindOfGroup(
  name: string,
): 'alert-rule-group' | 'slo-rule-group' {
  return name.startsWith(SLO_GROUPS) ? 'slo-rule-group' : 'alert-rule-group';
}

/** Of its rules. */
export function uidsOf({ content }: DesiredObject): string[] {
  return (content as RuleGroupContent).rules.map(({ uid }) => uid);
}

/** For people. */
export function nameOf({ title }: { title: string }): string {
  return `The rule group '${title}'`;
}

/** Writing the group would delete these. */
export function addedObstacle(rules: GrafanaAlertRule[]): string {
  const titles = rules.map(({ title }) => `'${title}'`).join(', ');
  return `Somebody added ${titles} to the group; writing it would delete that rule. Move it to a group of its own`;
}

/** When a rule of the group was changed last; who did it, no API says. */
export function editedOf(rules: GrafanaAlertRule[]): { at?: string } {
  const times = rules.flatMap(({ updated }) => updated ?? []).sort();
  const at = times[times.length - 1];
  return at ? { at } : {};
}
