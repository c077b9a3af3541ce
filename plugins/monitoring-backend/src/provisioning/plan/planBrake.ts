import { PruneBrake } from '@sightline/backstage-plugin-monitoring-common';
import { describeBrake } from './describeBrake';
import { Unwanted } from './planUnwanted';
import { PlanOptions } from './types';

function whyBraked({ answer, managed, maxShare, objects }: PruneBrake): string {
  return answer
    ? `${answer.by} decided to keep the ${objects} objects that would be deleted in one run; it is asked again when these are others`
    : `${objects} of ${managed} objects would be deleted in one run, more than the ${
        Math.round(maxShare * 1000) / 10
      } % that monitoring.provisioning.prune.maxShare allows; nothing is deleted until a person confirms it`;
}

/**
 * Lets nothing go when it is too much for one run and no person agreed to exactly this (design
 * rule 8). One entity may always go, or small fleets keep all for ever.
 *
 * @param unwanted - steps for what nobody asks for
 * @param managed - how many objects of ours there are in all, those that this run makes included
 */
export function planBrake(
  unwanted: Unwanted[],
  managed: number,
  options: PlanOptions,
): { steps: Unwanted[]; brake?: PruneBrake } {
  const due = unwanted.filter(({ action }) => action === 'prune');
  const entities = new Set(due.map(({ actual }) => actual.owner?.entityRef));
  if (options.mode === 'remove' || entities.size <= 1) {
    return { steps: unwanted };
  }
  const brake = describeBrake(due, managed, options);
  const answer = brake.answer?.answer;
  const isTooMuch = due.length > Math.floor(managed * options.prune.maxShare);
  // What a person said stays also when the fleet has grown since, and it is no longer too much.
  if (answer === 'delete' || (answer === undefined && !isTooMuch)) {
    return { steps: unwanted };
  }
  const reason = whyBraked(brake);
  const steps = unwanted.map(
    (step): Unwanted =>
      step.action === 'prune'
        ? {
            action: 'wait-to-prune',
            target: step.target,
            actual: step.actual,
            stored: step.stored,
            since: step.stored?.unwantedSince ?? options.now,
            reason,
            braked: true,
          }
        : step,
  );
  return { steps, brake };
}
