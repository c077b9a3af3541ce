import {
  ActualObject,
  DesiredObject,
} from '@sightline/backstage-plugin-monitoring-node';
import { Desired } from '../desired';
import { StoredObject } from '../store/ProvisioningStore';
import { pauseOf } from './planPause';
import { planObject } from './planObject';
import { PlanOptions, Step } from './types';

/**
 * Plans single objects of a run, as often as somebody looks at one again.
 *
 * @param desired - what should exist
 * @param stored - what was last applied
 */
export function createObjectPlanner(
  desired: Pick<Desired, 'incomplete'>,
  stored: StoredObject[],
  options: PlanOptions,
): (object: DesiredObject, actual: ActualObject | undefined) => Step {
  // Retries are all that is asked of what was last applied.
  const known = new Map(
    options.ignoreRetry ? [] : stored.map(entry => [entry.key, entry]),
  );
  return (object, actual) =>
    planObject(object, actual, {
      onDrift: options.onDrift,
      now: options.now,
      incomplete: desired.incomplete.get(object.entityRef),
      paused: pauseOf(options, object.entityRef, object.formerEntityRef),
      decision: options.decisions?.get(object.key),
      stored: known.get(object.key),
    });
}
