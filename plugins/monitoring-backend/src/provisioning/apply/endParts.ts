import { Step } from '../plan';
import { SHARED_SLOS_OWNER } from '../../targets';
import { describeFiring } from './describeFiring';
import { ApplyOptions, Outcome, targetOf, WritingStep } from './types';

/** Whether a step is of shared rules, and their target. */
function targetOfShared(step: Step): string | undefined {
  if ('object' in step) {
    return step.object.entityRef === SHARED_SLOS_OWNER
      ? step.object.target
      : undefined;
  }
  return 'actual' in step && step.actual.owner?.entityRef === SHARED_SLOS_OWNER
    ? step.target
    : undefined;
}

function outcomeOf(
  step: WritingStep,
  shared: Outcome,
  { firing }: ApplyOptions,
): Outcome {
  const { error, uncommitted, url } = shared;
  if (error !== undefined) {
    return {
      step,
      error: `The shared SLO rules could not be written: ${error}`,
      untried: true,
      written: false,
    };
  }
  const settled = shared.written || shared.step.action === 'nothing';
  const note = settled ? describeFiring(step, firing) : undefined;
  return {
    step,
    written: settled,
    ...(url ? { url } : {}),
    ...(note ? { note } : {}),
    ...(uncommitted ? { uncommitted } : {}),
    ...(settled
      ? {}
      : {
          error: 'The shared SLO rules were changed in the meantime',
          untried: true,
        }),
  };
}

/**
 * What came of the parts of shared rules: what came of the rules that they are in.
 *
 * @param steps - of the plan: where they do nothing to the shared rules, there are none left
 * @param outcomes - of everything else
 * @returns of parts whose rules a stopped run did not come to: nothing
 */
export function endParts(
  parts: WritingStep[],
  steps: Step[],
  outcomes: Outcome[],
  options: ApplyOptions,
): Outcome[] {
  const planned = new Set(steps.map(targetOfShared));
  const shared = new Map<string, Outcome>();
  for (const outcome of outcomes) {
    const target = targetOfShared(outcome.step);
    if (target !== undefined) {
      shared.set(target, outcome);
    }
  }
  return parts.flatMap(step => {
    const whole = shared.get(targetOf(step));
    if (!whole && planned.has(targetOf(step))) {
      return [];
    }
    const outcome = whole
      ? outcomeOf(step, whole, options)
      : { step, written: true };
    options.onOutcome?.(outcome);
    return [outcome];
  });
}
