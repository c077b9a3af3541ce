import { Desired } from '../desired';
import { StoredObject } from '../store/ProvisioningStore';
import { ActualState, Step } from './types';

/** Records of objects that are neither wanted nor there: there is nothing left to remember. */
export function planForget(
  desired: Desired,
  actual: ActualState[],
  stored: StoredObject[],
): Step[] {
  const listed = new Set(actual.map(({ target }) => target));
  const asked = new Set(
    [...desired.objects, ...desired.disabled].map(({ key }) => key),
  );
  const there = new Set(
    actual.flatMap(({ target, objects }) =>
      objects.map(({ uid }) => `${target}|${uid}`),
    ),
  );
  return stored
    .filter(
      ({ key, target, uid }) =>
        listed.has(target) && !asked.has(key) && !there.has(`${target}|${uid}`),
    )
    .map(entry => ({ action: 'forget', stored: entry }));
}
