import {
  ActualObject,
  DesiredObject,
} from '@sightline/backstage-plugin-monitoring-node';
import { planConflict } from './planConflict';
import { planIncomplete } from './planIncomplete';
import { planDrift } from './planDrift';
import { planUpdate } from './planUpdate';
import { PlanOptions, Step } from './types';

/**
 * What to do about one object that should exist.
 *
 * @param options - `incomplete` says why its entity's part is not known whole, when it is not
 */
export function planObject(
  object: DesiredObject,
  actual: ActualObject | undefined,
  options: Pick<PlanOptions, 'onDrift'> & { incomplete?: string },
): Step {
  if (!actual) {
    return { action: 'create', object };
  }
  return (
    planConflict(object, actual) ??
    planIncomplete(object, actual, options.incomplete) ??
    planDrift(object, actual, options) ??
    planUpdate(object, actual)
  );
}
