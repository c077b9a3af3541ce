import {
  ActualObject,
  DesiredObject,
} from '@sightline/backstage-plugin-monitoring-node';
import { StoredDecision } from '../store/ProvisioningStore';
import { holds } from './decisions';
import { findDifferences } from './findDifferences';
import { isAdoptable } from './ownership';
import { Step } from './types';

/** Whether a person said that exactly this becomes ours, and it can. */
export function isAdopted(
  object: DesiredObject,
  actual: ActualObject,
  decision: StoredDecision | undefined,
): decision is StoredDecision {
  return (
    isAdoptable(actual) &&
    holds(decision, object, actual) &&
    decision.decision === 'adopt'
  );
}

/**
 * Takes over what is not ours, because a person said so.
 *
 * @returns `undefined` when nobody did
 */
export function planAdopt(
  object: DesiredObject,
  actual: ActualObject,
  decision: StoredDecision | undefined,
): Step | undefined {
  return isAdopted(object, actual, decision)
    ? {
        action: 'adopt',
        object,
        actual,
        reason: `${decision.by} decided that '${actual.title}' becomes ours`,
        differences: findDifferences(actual.content, object.content),
      }
    : undefined;
}
