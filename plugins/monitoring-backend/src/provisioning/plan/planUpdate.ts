import {
  ActualObject,
  DesiredObject,
} from '@sightline/backstage-plugin-monitoring-node';
import { Step } from './types';

/** Ours, untouched, and no longer what is wanted; or equal, which is nothing to do. */
export function planUpdate(object: DesiredObject, actual: ActualObject): Step {
  // A folder is only a place: people may rename it.
  const settled =
    object.kind === 'folder' ||
    (actual.hash === object.hash && actual.owner?.hash === object.hash);
  return settled
    ? { action: 'nothing', object, actual }
    : {
        action: 'update',
        object,
        actual,
        reason: 'The annotations or the pack changed',
      };
}
