import { Desired } from '../desired';
import { StoredObject } from '../store/ProvisioningStore';
import { planForget } from './planForget';
import { planObject } from './planObject';
import { planPrune } from './planPrune';
import { ActualState, PlanOptions, Step } from './types';

/**
 * What a run will do, and nothing else: wanted × there × last applied → steps, in the order in
 * which they depend on each other. Pure.
 *
 * @param desired - what should exist
 * @param actual - the targets that could be listed; objects of others get no step
 * @param stored - what was last applied
 */
export function plan(
  desired: Desired,
  actual: ActualState[],
  stored: StoredObject[],
  options: PlanOptions,
): Step[] {
  const states = new Map(
    actual.map(({ target, objects }) => [
      target,
      new Map(objects.map(object => [object.uid, object])),
    ]),
  );
  return [
    ...desired.objects.flatMap(object => {
      const state = states.get(object.target);
      return state
        ? [
            planObject(object, state.get(object.uid), {
              onDrift: options.onDrift,
              incomplete: desired.incomplete.get(object.entityRef),
            }),
          ]
        : [];
    }),
    ...desired.disabled.map((object): Step => ({ action: 'disabled', object })),
    ...planPrune(desired, actual, stored, options),
    ...planForget(desired, actual, stored),
  ];
}
