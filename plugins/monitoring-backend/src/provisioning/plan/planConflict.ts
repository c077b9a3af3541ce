import {
  ActualObject,
  DesiredObject,
} from '@sightline/backstage-plugin-monitoring-node';
import { StoredDecision } from '../store/ProvisioningStore';
import { findDifferences } from './findDifferences';
import { isAdoptable, isOurs } from './ownership';
import { isAdopted } from './planAdopt';
import { Step } from './types';

function describe({ obstacle, owner, title }: ActualObject): string {
  return (
    obstacle ??
    (owner
      ? `'${title}' belongs to ${owner.entityRef}; it is left as it is`
      : `'${title}' stands in this place and was not made by Sightline, or lost its mark. It is left as it is`)
  );
}

function wayOut(actual: ActualObject): string {
  if (actual.obstacle) {
    return '';
  }
  if (actual.owner) {
    return ': remove it when that entity does not need it any more, and the next run creates ours';
  }
  return isAdoptable(actual)
    ? ': adopt it, or rename or remove it, and the next run creates ours'
    : ': rename or remove it, and the next run creates ours';
}

/**
 * Something that is not ours is in the way (design rule 2): it is left alone, and named.
 *
 * @returns `undefined` when nothing is in the way, or a person said that it becomes ours
 */
export function planConflict(
  object: DesiredObject,
  actual: ActualObject,
  {
    decision,
    isGone,
  }: { decision?: StoredDecision; isGone: (entityRef: string) => boolean },
): Step | undefined {
  const isFree =
    isOurs(object, actual, isGone) && actual.obstacle === undefined;
  if (isFree || isAdopted(object, actual, decision)) {
    return undefined;
  }
  return {
    action: 'conflict',
    object,
    actual,
    reason: `${describe(actual)}${wayOut(actual)}`,
    differences: findDifferences(actual.content, object.content),
  };
}
