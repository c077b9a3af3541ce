import {
  ActualObject,
  DesiredObject,
} from '@sightline/backstage-plugin-monitoring-node';
import { planConflict } from './planConflict';
import { planDrift } from './planDrift';
import { planUpdate } from './planUpdate';
import { PlanOptions, Step } from './types';

/** What to do about one object that should exist. */
export function planObject(
  object: DesiredObject,
  actual: ActualObject | undefined,
  options: Pick<PlanOptions, 'onDrift'>,
): Step {
  if (!actual) {
    return { action: 'create', object };
  }
  return (
    planConflict(object, actual) ??
    planDrift(object, actual, options) ??
    planUpdate(object, actual)
  );
}
