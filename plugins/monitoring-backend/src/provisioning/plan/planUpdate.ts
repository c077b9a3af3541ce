import {
  ActualObject,
  DesiredObject,
} from '@sightline/backstage-plugin-monitoring-node';
import { Step } from './types';

/** Whether what is ours stands there as it is wanted. */
export function isSettled(
  object: DesiredObject,
  actual: ActualObject,
): boolean {
  return (
    // A folder is only a place: people may rename it.
    object.kind === 'folder' ||
    (actual.hash === object.hash && actual.owner?.hash === object.hash)
  );
}

/** Ours, untouched, and no longer what is wanted; or equal, which is nothing to do. */
export function planUpdate(object: DesiredObject, actual: ActualObject): Step {
  return isSettled(object, actual)
    ? { action: 'nothing', object, actual }
    : {
        action: 'update',
        object,
        actual,
        reason: 'The annotations or the pack changed',
      };
}
