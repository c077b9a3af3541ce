import { ActualObject } from '@sightline/backstage-plugin-monitoring-node';
import { SHARED_SLOS_OWNER } from '../../targets';
import {
  asSharedPart,
  Desired,
  isSharedPart,
  placeOf,
  sharedPartOf,
  SharedPart,
  sharedSloRules,
} from '../desired';
import { StoredObject } from '../store/ProvisioningStore';
import { createObjectPlanner } from './createObjectPlanner';
import { describeLoss } from './describeLoss';
import { isWrite } from './isWrite';
import { Moved, planMoved } from './planMoved';
import { planUnwanted } from './planUnwanted';
import { PlanOptions, Step } from './types';

/** The shared SLO rules of one target, as they stand. */
export interface SharedState {
  target: string;
  /** What stands in their place. */
  actual?: ActualObject;
  stored?: StoredObject;
  /** Parts as last applied. */
  remembered: SharedPart[];
  /** Of this target: what had rules that are in a part now, or the other way round. */
  moved: Moved[];
  /** By key of a part: why it may not be made yet. */
  held: Map<string, string>;
}

function isPartOf(target: string, step: Step): boolean {
  if ('object' in step) {
    return step.object.target === target && isSharedPart(step.object.uid);
  }
  return (
    step.action !== 'forget' &&
    step.target === target &&
    isSharedPart(step.actual.uid)
  );
}

/** Parts as they will be once the steps are done. */
function partsAfter(remembered: SharedPart[], steps: Step[]): SharedPart[] {
  const parts = new Map(remembered.map(part => [part.key, part]));
  for (const step of steps) {
    if (isWrite(step) || step.action === 'nothing') {
      parts.set(step.object.key, asSharedPart(step.object));
    } else if (step.action === 'prune') {
      parts.delete(sharedPartOf(step.actual.uid));
    }
  }
  return [...parts.values()];
}

/**
 * Says of parts why they are not as their entity asks: it is known in part only while what it had
 * before stands elsewhere, or SLOs in it cannot be read any more.
 */
function holdBack(
  steps: Step[],
  held: SharedState['held'],
  { kept }: Desired,
): Step[] {
  return steps.map((step): Step => {
    if (step.action !== 'create' && step.action !== 'nothing') {
      return step;
    }
    const { action, object, actual } = step;
    const reason =
      action === 'create'
        ? held.get(object.key)
        : kept.get(placeOf(object))?.reason;
    return reason === undefined
      ? step
      : { action: 'keep-incomplete', object, actual, reason };
  });
}

function forget(stored: StoredObject): Step {
  return { action: 'forget', stored };
}

/** Parts change with the shared rules alone. */
function waitFor(shared: Step, steps: Step[]): Step[] {
  if (!('reason' in shared) || isWrite(shared) || shared.action === 'prune') {
    return steps;
  }
  const reason = `It waits for the shared SLO rules: ${shared.reason}`;
  return steps.map((step): Step => {
    if (isWrite(step)) {
      const { object, actual } = step;
      return { action: 'keep-incomplete', object, actual, reason };
    }
    if (step.action === 'prune') {
      const { target, actual, stored } = step;
      const since = stored?.unwantedSince ?? new Date(0);
      return {
        action: 'wait-to-prune',
        target,
        actual,
        stored,
        since,
        reason,
      };
    }
    return step;
  });
}

/** Nobody gives anything any more. */
function planEmpty(
  { target, actual, stored }: SharedState,
  parts: Step[],
  options: PlanOptions,
): Step[] {
  if (actual?.owner?.entityRef !== SHARED_SLOS_OWNER) {
    return [...parts, ...(stored ? [forget(stored)] : [])];
  }
  const emptied = parts.some(({ action }) => action === 'prune');
  const step = planUnwanted(
    { target, actual },
    stored,
    // Its last part has waited already.
    emptied ? { ...options, prune: { ...options.prune, grace: 0 } } : options,
  );
  return step.action === 'prune' && options.mode !== 'remove'
    ? [...parts, { ...step, reason: 'No SLO is in it any more' }]
    : [...waitFor(step, parts), step];
}

/** A part whose rules the entity has in an object of its own now goes once that stands. */
function planMovedParts(
  { moved }: SharedState,
  steps: Step[],
  options: PlanOptions,
): Step[] {
  return moved
    .filter(({ actual }) => isSharedPart(actual.uid))
    .map(part => {
      const own = steps.find(
        step => 'object' in step && step.object.key === part.to,
      );
      return planMoved(part, options, {
        stays:
          own?.action === 'nothing'
            ? undefined
            : 'It stays until the entity has rules of its own',
      });
    });
}

/** An object whose rules are shared now goes with or after the write that makes them stand. */
function planMovedObjects(
  { moved }: SharedState,
  shared: Step | undefined,
  parts: SharedPart[],
  options: PlanOptions,
): Step[] {
  const keys = new Set(parts.map(({ key }) => key));
  const object = shared && 'object' in shared ? shared.object : undefined;
  const stands = shared && (isWrite(shared) || shared.action === 'nothing');
  return moved
    .filter(({ actual }) => !isSharedPart(actual.uid))
    .map(one =>
      planMoved(one, options, {
        stays:
          stands && keys.has(one.to)
            ? undefined
            : 'It stays until the shared SLO rules have its rules',
        after: object?.key,
      }),
    );
}

/**
 * What to do about the shared SLO rules of one target, which follow from what becomes of their parts.
 *
 * @param desired - what should exist, parts included
 * @param steps - of everything else
 * @returns the same steps with those of the shared rules, and with parts as the rules let them be
 */
export function planShared(
  state: SharedState,
  desired: Desired,
  steps: Step[],
  options: PlanOptions,
): Step[] {
  const { target, actual, stored, remembered } = state;
  const others = steps.filter(step => !isPartOf(target, step));
  const parts = [
    ...holdBack(
      steps.filter(step => isPartOf(target, step)),
      state.held,
      desired,
    ),
    ...planMovedParts(state, others, options),
  ];
  const after = options.mode === 'remove' ? [] : partsAfter(remembered, parts);
  if (after.length === 0) {
    return [...others, ...planEmpty(state, parts, options)];
  }
  const object = sharedSloRules(target, after);
  const loss =
    actual && describeLoss({ object, actual, remembered, stored }, options);
  const shared: Step = loss
    ? { action: 'keep-incomplete', object, actual, ...loss }
    : createObjectPlanner(
        desired,
        stored ? [stored] : [],
        options,
      )(object, actual);
  return [
    ...others,
    ...waitFor(shared, parts),
    shared,
    ...planMovedObjects(state, shared, after, options),
  ];
}
