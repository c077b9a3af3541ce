import { Desired, placeOf } from './desired';
import { ActualState } from './plan';

/**
 * Leaves of what targets hold what a run of one entity may look at: its own objects, and of what
 * all entities share only what is missing. A target may list more than it was asked for.
 */
export function narrowStates(
  desired: Desired,
  states: ActualState[],
  entityRef: string,
): { desired: Desired; states: ActualState[] } {
  const there = new Set(
    states.flatMap(({ target, objects }) =>
      objects.map(({ uid }) => placeOf({ target, uid })),
    ),
  );
  const objects = desired.objects.filter(
    object => object.entityRef === entityRef || !there.has(placeOf(object)),
  );
  const wanted = new Set([...objects, ...desired.disabled].map(placeOf));
  return {
    desired: { ...desired, objects },
    states: states.map(({ target, objects: found }) => ({
      target,
      objects: found.filter(
        ({ owner, uid }) =>
          owner?.entityRef === entityRef ||
          wanted.has(placeOf({ target, uid })),
      ),
    })),
  };
}
