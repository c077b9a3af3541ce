import { ActualObject } from '@sightline/backstage-plugin-monitoring-node';
import { sharedPartUid } from './desired';
import { StoredPart } from './store';

/** A part as the plan sees it: an object that stands as it was last applied. */
export function actualPart(
  { key, entityRef, hash }: StoredPart,
  content: () => Record<string, unknown>,
): ActualObject {
  return {
    kind: 'slo-rule-group',
    uid: sharedPartUid(key),
    title: `SLO rules of ${entityRef}`,
    owner: { entityRef, hash },
    get content() {
      return content();
    },
    hash,
  };
}
