import { Desired, nothingDesired } from '../desired';
import { StoredObject } from '../store/ProvisioningStore';
import { createObjectPlanner } from './createObjectPlanner';
import { indexStates } from './indexStates';
import { planForget } from './planForget';
import { planPrune } from './planPrune';
import { ActualState, Plan, PlanOptions, Step } from './types';

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
): Plan {
  const wanted = options.mode === 'remove' ? nothingDesired() : desired;
  const states = indexStates(actual);
  const planOne = createObjectPlanner(wanted, stored, options);
  const decided = wanted.objects.flatMap(object => {
    const state = states.get(object.target);
    return state ? [planOne(object, state.get(object.uid))] : [];
  });
  const prunes = planPrune(wanted, actual, stored, options, decided);
  const steps: Step[] = [
    ...decided,
    ...wanted.disabled.map((object): Step => ({ action: 'disabled', object })),
    ...prunes.steps,
    ...planForget(wanted, actual, stored, options),
  ];
  return prunes.brake ? { steps, brake: prunes.brake } : { steps };
}
