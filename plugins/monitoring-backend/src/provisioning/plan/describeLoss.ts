import { RuleGroup } from '@sightline/backstage-plugin-monitoring-common';
import {
  ActualObject,
  DesiredObject,
} from '@sightline/backstage-plugin-monitoring-node';
import { SharedPart } from '../desired';
import { StoredObject } from '../store/ProvisioningStore';
import { PlanOptions } from './types';

const MOST_NAMED = 5;

/** Names of services in the queries of shared rules: each is one of several alternatives. */
function namesIn(content: Record<string, unknown>): Set<string> {
  const groups = (content.groups ?? []) as Partial<RuleGroup>[];
  return new Set(
    groups
      .flatMap(({ rules = [] }) => rules)
      .flatMap(({ expr }) => [
        ...String(expr).matchAll(/=~"((?:[^"\\]|\\.)*)"/g),
      ])
      .flatMap(([, alternatives]) => alternatives.split('|')),
  );
}

/**
 * After a loss of the database nobody remembers who is in the shared rules, so that those who are in
 * them and not in the catalog would go without their grace period.
 *
 * @returns why the rules stay as they are, and since when; `undefined` when nobody would go
 */
export function describeLoss(
  {
    object,
    actual,
    remembered,
    stored,
  }: {
    object: DesiredObject;
    actual: ActualObject;
    remembered: SharedPart[];
    stored?: StoredObject;
  },
  { now, prune }: Pick<PlanOptions, 'now' | 'prune'>,
): { reason: string; since: Date } | undefined {
  const isOurs = actual.owner?.entityRef === object.entityRef;
  if (remembered.length > 0 || !isOurs || actual.hash === object.hash) {
    return undefined;
  }
  const since = stored?.unwantedSince ?? now;
  const until = since.getTime() + prune.grace;
  if (now.getTime() >= until) {
    return undefined;
  }
  const wanted = namesIn(object.content);
  const gone = [...namesIn(actual.content)].filter(name => !wanted.has(name));
  if (gone.length === 0) {
    return undefined;
  }
  const named = gone
    .slice(0, MOST_NAMED)
    .map(name => `'${name}'`)
    .join(', ');
  return {
    reason: `The record of whose SLOs are in it was lost, and it has what nobody in the catalog asks for (${named}${
      gone.length > MOST_NAMED ? ` and ${gone.length - MOST_NAMED} more` : ''
    }); it is kept as it is until ${new Date(until).toISOString()}`,
    since,
  };
}
