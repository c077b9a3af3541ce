import { ManagedObjectKind } from '@sightline/backstage-plugin-monitoring-common';
import {
  ActualObject,
  DesiredObject,
} from '@sightline/backstage-plugin-monitoring-node';
import { Desired, isSharedPart, placeOf } from '../desired';
import { StoredObject } from '../store/ProvisioningStore';
import { asApplied } from './asApplied';
import { isEntityKnown } from './isEntityKnown';
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
  desired: Desired,
  stored: StoredObject[],
  options: PlanOptions,
): (object: DesiredObject, actual: ActualObject | undefined) => Step {
  const known = new Map(stored.map(entry => [entry.key, entry]));
  const asking = new Set(
    [...desired.objects, ...desired.disabled].map(({ entityRef }) => entityRef),
  );
  const isGone = (entityRef: string, kind: ManagedObjectKind) =>
    options.complete &&
    !asking.has(entityRef) &&
    !desired.switchedOff.has(`${entityRef}|${kind}`) &&
    isEntityKnown(entityRef, desired, options) &&
    pauseOf(options, entityRef) === undefined;
  return (object, actual) => {
    const last = known.get(object.key);
    return planObject(object, actual && asApplied(actual, last), {
      isGone: entityRef => isGone(entityRef, object.kind),
      onDrift: options.onDrift,
      now: options.now,
      incomplete:
        desired.incomplete.get(object.entityRef) ??
        (isSharedPart(object.uid)
          ? undefined
          : desired.kept.get(placeOf(object))?.reason),
      paused: pauseOf(options, object.entityRef, object.formerEntityRef),
      decision: options.decisions?.get(object.key),
      // Retries are all that is asked of it.
      stored: options.ignoreRetry ? undefined : last,
    });
  };
}
