import { ActualObject } from '@sightline/backstage-plugin-monitoring-node';
import { Desired, describeUnread, isSharedPart, placeOf } from '../desired';
import { ActualState } from './types';

interface Rules {
  rules?: { labels?: Record<string, string> }[];
}

/** Ids of the SLOs that alert in rules of an entity: groups of Prometheus, or one of a Grafana. */
function sloIdsIn(content: Rules & { groups?: Rules[] }): string[] {
  const ids = [...(content.groups ?? []), content]
    .flatMap(({ rules }) => rules ?? [])
    .flatMap(({ labels }) => labels?.slo ?? []);
  return [...new Set(ids)];
}

function lostOf(
  { content, kind, owner, uid }: ActualObject,
  { unread }: Desired,
): string[] {
  const read =
    kind === 'slo-rule-group' && owner && !isSharedPart(uid)
      ? unread.get(owner.entityRef)
      : undefined;
  return read ? sloIdsIn(content).filter(id => !read.has(id)) : [];
}

/**
 * Finds an entity's own SLO rules that have to stay, since they are also those of SLOs which cannot
 * be read any more.
 *
 * @returns by target and uid: whose they are, and why they stay
 */
export function keepUnreadRules(
  desired: Desired,
  states: ActualState[],
): Desired['kept'] {
  const kept: Desired['kept'] = new Map();
  for (const { target, objects } of desired.unread.size > 0 ? states : []) {
    for (const actual of objects) {
      const lost = lostOf(actual, desired);
      if (lost.length > 0) {
        kept.set(placeOf({ target, uid: actual.uid }), {
          entityRef: actual.owner!.entityRef,
          reason: describeUnread(lost),
        });
      }
    }
  }
  return kept;
}
