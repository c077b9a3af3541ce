import { hashContent } from '@sightline/backstage-plugin-monitoring-node';

/**
 * Hash of a rule group's content. The interval is left out, because the list of all rules does not
 * show it, and so is the order, in which nothing is evaluated.
 */
export function hashRuleGroup(content: Record<string, unknown>): string {
  const rules = Array.isArray(content.rules) ? content.rules : [];
  return hashContent(
    [...rules].sort((a, b) => (String(a.uid) < String(b.uid) ? -1 : 1)),
  );
}
