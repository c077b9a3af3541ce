import { DesiredObject } from '@sightline/backstage-plugin-monitoring-node';
import { Desired } from '../desired';
import { StoredObject } from '../store/ProvisioningStore';
import { planConflict } from './planConflict';
import { planDrift } from './planDrift';
import { planForget } from './planForget';
import { planPrune } from './planPrune';
import { planUpdate } from './planUpdate';
import { ActualState, PlanOptions, Step } from './types';

function planObject(
  object: DesiredObject,
  state: ActualState,
  options: PlanOptions,
): Step {
  const actual = state.objects.find(({ uid }) => uid === object.uid);
  if (!actual) {
    return { action: 'create', object };
  }
  return (
    planConflict(object, actual) ??
    planDrift(object, actual, options) ??
    planUpdate(object, actual)
  );
}

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
  const states = new Map(actual.map(state => [state.target, state]));
  return [
    ...desired.objects.flatMap(object => {
      const state = states.get(object.target);
      return state ? [planObject(object, state, options)] : [];
    }),
    ...desired.disabled.map((object): Step => ({ action: 'disabled', object })),
    ...planPrune(desired, actual, stored, options),
    ...planForget(desired, actual, stored),
  ];
}
