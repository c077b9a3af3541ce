import {
  ActualObject,
  DesiredObject,
} from '@sightline/backstage-plugin-monitoring-node';
import { findDifferences } from './findDifferences';
import { PlanOptions, Step } from './types';

/**
 * A person changed what is ours (design rule 3): it is kept, or ours is put back.
 *
 * @returns `undefined` when nobody did
 */
export function planDrift(
  object: DesiredObject,
  actual: ActualObject,
  options: Pick<PlanOptions, 'onDrift'>,
): Step | undefined {
  const changed = actual.hash !== actual.owner?.hash;
  if (!changed || actual.hash === object.hash) {
    return undefined;
  }
  if (options.onDrift === 'revert') {
    return {
      action: 'revert',
      object,
      actual,
      reason: 'A person changed it, and onDrift is revert',
    };
  }
  const waits = actual.owner?.hash !== object.hash;
  return {
    action: 'keep-drifted',
    object,
    actual,
    reason: waits
      ? 'A person changed it and the change is kept; an update of the pack or the annotations waits for it'
      : 'A person changed it and the change is kept',
    differences: findDifferences(actual.content, object.content),
  };
}
