import { isError, stringifyError } from '@backstage/errors';
import { ProvisioningTarget } from '@sightline/backstage-plugin-monitoring-node';
import { applyStep } from './applyStep';
import { ApplyOptions, Outcome, WritingStep } from './types';

/** So many objects in a row that the target did not answer for, and the rest is not tried. */
const GIVE_UP_AFTER = 3;

async function applyAll(
  target: ProvisioningTarget,
  steps: WritingStep[],
  options: ApplyOptions,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let silent = 0;
  for (const step of steps) {
    options.signal?.throwIfAborted();
    if (silent >= GIVE_UP_AFTER) {
      outcomes.push({
        step,
        error: `${target.title} does not answer; this was not tried, the next run does`,
        written: false,
      });
      continue;
    }
    const { cause, ...outcome } = await applyStep(step, target, options);
    silent =
      isError(cause) && cause.name === 'ServiceUnavailableError'
        ? silent + 1
        : 0;
    outcomes.push(outcome);
    options.onProgress?.(outcomes.length, steps.length);
  }
  return outcomes;
}

/**
 * Does the steps of one target, one after the other, and makes them take effect.
 *
 * @throws the signal's reason when the run is stopped
 */
export async function applyToTarget(
  target: ProvisioningTarget,
  steps: WritingStep[],
  options: ApplyOptions,
): Promise<Outcome[]> {
  const { signal } = options;
  const outcomes = await applyAll(target, steps, options);
  const written = outcomes.some(outcome => outcome.written);
  try {
    if (target.commit && (written || (await target.isUncommitted?.()))) {
      await target.commit({ signal });
    }
    return outcomes;
  } catch (error) {
    signal?.throwIfAborted();
    const message = stringifyError(error);
    options.onFailure?.({ target: target.id, message });
    return outcomes.map(outcome =>
      outcome.written
        ? { ...outcome, written: false, error: message }
        : outcome,
    );
  }
}
