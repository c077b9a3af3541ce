import { EntityTargetsResponse } from '@sightline/backstage-plugin-monitoring-common';

/** What is to be said of an entity's targets. */
export type TargetsSummary =
  | { kind: 'none' }
  /** Series arrive, but no target carries the entity's labels. */
  | { kind: 'unlabelled' }
  | { kind: 'all-up' }
  | {
      kind: 'down';
      /** When the one that went down last was up; absent when all were gone for more than 6 h. */
      lastUpAt?: string;
      /** Why, when all that say it say the same. */
      error?: string;
    };

/** The news of the day: what went down last, and why. */
export function describeTargets(
  targets: EntityTargetsResponse,
): TargetsSummary {
  const { items, up, down, hasSeries } = targets;
  if (up + down === 0) {
    return { kind: hasSeries ? 'unlabelled' : 'none' };
  }
  if (down === 0) {
    return { kind: 'all-up' };
  }
  const fallen = items.filter(({ state }) => state === 'down');
  const [lastUpAt] = fallen
    .flatMap(target => target.lastUpAt ?? [])
    .sort((a, b) => Date.parse(b) - Date.parse(a));
  const errors = new Set(fallen.flatMap(({ error }) => error ?? []));
  const [error] = errors;
  return {
    kind: 'down',
    ...(lastUpAt && { lastUpAt }),
    ...(errors.size === 1 && { error }),
  };
}
