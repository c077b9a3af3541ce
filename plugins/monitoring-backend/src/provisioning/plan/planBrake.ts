import { PruneBrake } from '@sightline/backstage-plugin-monitoring-common';
import { answerTo, describeBrake } from './describeBrake';
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
 * The brake of the run before, while not all targets can be looked at: with one of them away, what
 * would go is perhaps not too much any more, and nobody said that it may go.
 */
function brakeHeld({
  brakeAnswer,
  brakeBefore,
  entityRef,
  unlisted,
}: PlanOptions): PruneBrake | undefined {
  if (!brakeBefore || entityRef !== undefined || !unlisted?.size) {
    return undefined;
  }
  const { answer: _, ...before } = brakeBefore;
  const brake = { ...before, ...answerTo(before.digest, brakeAnswer) };
  return brake.answer?.answer === 'delete' ? undefined : brake;
}

function holdBack(
  unwanted: Unwanted[],
  brake: PruneBrake,
  { now }: PlanOptions,
): { steps: Unwanted[]; brake: PruneBrake } {
  const reason = whyBraked(brake);
  const steps = unwanted.map(
    (step): Unwanted =>
      step.action === 'prune'
        ? {
            action: 'wait-to-prune',
            target: step.target,
            actual: step.actual,
            stored: step.stored,
            since: step.stored?.unwantedSince ?? now,
            reason,
            braked: true,
          }
        : step,
  );
  return { steps, brake };
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
  if (options.mode === 'remove') {
    return { steps: unwanted };
  }
  const held = brakeHeld(options);
  if (held) {
    return holdBack(unwanted, held, options);
  }
  const due = unwanted.filter(({ action }) => action === 'prune');
  const entities = new Set(due.map(({ actual }) => actual.owner?.entityRef));
  if (entities.size <= 1) {
    return { steps: unwanted };
  }
  const brake = describeBrake(due, managed, options);
  const answer = brake.answer?.answer;
  const isTooMuch = due.length > Math.floor(managed * options.prune.maxShare);
  // What a person said stays also when the fleet has grown since, and it is no longer too much.
  if (answer === 'delete' || (answer === undefined && !isTooMuch)) {
    return { steps: unwanted };
  }
  return holdBack(unwanted, brake, options);
}
