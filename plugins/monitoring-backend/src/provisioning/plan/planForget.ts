import { Desired, placeOf } from '../desired';
import { StoredObject } from '../store/ProvisioningStore';
import { isEntityKnown } from './isEntityKnown';
import { ActualState, PlanOptions, Step } from './types';

/**
 * Records of objects that are neither wanted nor there, or lie where Sightline looks no more: there
 * is nothing left to remember. Of an entity of which not all is known, they stay.
 */
export function planForget(
  desired: Desired,
  actual: ActualState[],
  stored: StoredObject[],
  options: PlanOptions,
): Step[] {
  const listed = new Set(actual.map(({ target }) => target));
  // One that is neither listed nor away is configured no more.
  const isKnown = (target: string) =>
    listed.has(target) || options.unlisted?.has(target) === false;
  const asked = new Set(
    [...desired.objects, ...desired.disabled].map(({ key }) => key),
  );
  const there = new Set(
    actual.flatMap(({ target, objects }) =>
      objects.map(({ uid }) => placeOf({ target, uid })),
    ),
  );
  const isKept = (entityRef: string) =>
    options.mode !== 'remove' &&
    !(options.complete && isEntityKnown(entityRef, desired, options));
  return stored
    .filter(
      ({ key, entityRef, target, uid }) =>
        isKnown(target) &&
        !asked.has(key) &&
        !there.has(placeOf({ target, uid })) &&
        !isKept(entityRef),
    )
    .map(entry => ({ action: 'forget', stored: entry }));
}
