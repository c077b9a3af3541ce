import {
  ActualObject,
  DesiredObject,
} from '@sightline/backstage-plugin-monitoring-node';
import { findDifferences } from './findDifferences';
import { Step } from './types';

/**
 * Something that is not ours is in the way (design rule 2): it is left alone, and named.
 *
 * @returns `undefined` when nothing is in the way
 */
export function planConflict(
  object: DesiredObject,
  actual: ActualObject,
): Step | undefined {
  const foreign = !actual.owner || actual.owner.entityRef !== object.entityRef;
  if (!foreign && !actual.obstacle) {
    return undefined;
  }
  return {
    action: 'conflict',
    object,
    actual,
    reason:
      actual.obstacle ??
      (actual.owner
        ? `'${actual.title}' belongs to ${actual.owner.entityRef}; it is left as it is`
        : `'${actual.title}' stands in this place and was not made by Sightline, or lost its mark. It is left as it is: rename or remove it, and the next run creates ours`),
    differences: findDifferences(actual.content, object.content),
  };
}
