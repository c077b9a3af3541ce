import { Desired } from './desired';
import { ActualState } from './plan';
import { StoredObject } from './store';

/**
 * Leaves only what has to do with the wanted objects, so that a run for one entity does not take
 * the objects of all others for unwanted.
 */
export function limitScope(
  known: { states: ActualState[]; stored: StoredObject[] },
  desired: Desired,
): { states: ActualState[]; stored: StoredObject[] } {
  const wanted = new Set(
    desired.objects.map(({ target, uid }) => `${target}|${uid}`),
  );
  const keys = new Set(
    [...desired.objects, ...desired.disabled].map(({ key }) => key),
  );
  return {
    states: known.states.map(({ target, objects }) => ({
      target,
      objects: objects.filter(({ uid }) => wanted.has(`${target}|${uid}`)),
    })),
    stored: known.stored.filter(({ key }) => keys.has(key)),
  };
}
