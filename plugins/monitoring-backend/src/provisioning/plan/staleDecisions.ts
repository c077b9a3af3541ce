import { Desired } from '../desired';
import { StoredDecision } from '../store/ProvisioningStore';
import { holds } from './decisions';
import { indexStates } from './indexStates';
import { isEntityKnown } from './isEntityKnown';
import { ActualState, PlanOptions } from './types';

/**
 * Decisions that hold no longer, because what stands there or what is wanted is not what
 * the person saw. Of what could not be looked at, nothing is stale.
 */
export function staleDecisions(
  desired: Desired,
  actual: ActualState[],
  options: Pick<
    PlanOptions,
    'decisions' | 'complete' | 'entityRef' | 'keptEntities'
  >,
): StoredDecision[] {
  const wanted = new Map(
    [...desired.objects, ...desired.disabled].map(object => [
      object.key,
      object,
    ]),
  );
  const states = indexStates(actual);
  return [...(options.decisions ?? [])].flatMap(([key, decision]) => {
    const object = wanted.get(key);
    if (!object) {
      const owner = key.slice(0, key.indexOf('|'));
      return options.complete && isEntityKnown(owner, desired, options)
        ? [decision]
        : [];
    }
    const state = states.get(object.target);
    if (!state || !isEntityKnown(object.entityRef, desired, options)) {
      return [];
    }
    const found = state.get(object.uid);
    return found && holds(decision, object, found) ? [] : [decision];
  });
}
