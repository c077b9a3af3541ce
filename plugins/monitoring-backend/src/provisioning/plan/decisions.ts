import { ObjectDecision } from '@sightline/backstage-plugin-monitoring-common';
import {
  ActualObject,
  DesiredObject,
} from '@sightline/backstage-plugin-monitoring-node';
import { StoredDecision } from '../store/ProvisioningStore';
import { isAdoptable } from './ownership';
import { Step } from './types';

/** Whether both sides are still what the person saw. */
export function holds(
  decision: StoredDecision | undefined,
  object: DesiredObject,
  actual: ActualObject,
): decision is StoredDecision {
  return decision?.theirs === actual.hash && decision.ours === object.hash;
}

/** What a person can decide about an object; `undefined` when there is nothing to decide. */
export function possibleDecisions(step: Step): ObjectDecision[] | undefined {
  if (step.action === 'keep-drifted') {
    return ['take-ours', 'keep-theirs'];
  }
  return step.action === 'conflict' && isAdoptable(step.actual)
    ? ['adopt']
    : undefined;
}
