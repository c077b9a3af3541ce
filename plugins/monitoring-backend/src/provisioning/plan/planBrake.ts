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
 * @param managed - how many objects of ours there are in all
 */
export function planBrake(
  unwanted: Unwanted[],
  managed: number,
  options: PlanOptions,
): { steps: Unwanted[]; brake?: PruneBrake } {
  const { maxShare } = options.prune;
  const due = unwanted.filter(({ action }) => action === 'prune');
  const entities = new Set(due.map(({ actual }) => actual.owner?.entityRef));
  if (
    options.mode === 'remove' ||
    entities.size <= 1 ||
    due.length <= Math.floor(managed * maxShare)
  ) {
    return { steps: unwanted };
  }
  const brake = describeBrake(due, managed, options);
  if (brake.answer?.answer === 'delete') {
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
