import { ProvisioningTarget } from '@sightline/backstage-plugin-monitoring-node';
import { describeFailure } from '../describeFailure';
import { TargetWriter } from './TargetWriter';
import { ApplyOptions, Outcome, WritingStep } from './types';

/**
 * Does the steps of one target, and makes them take effect.
 *
 * @returns what came of them; when the run is stopped, of those that were done until then
 */
export async function applyToTarget(
  target: ProvisioningTarget,
  steps: WritingStep[],
  options: ApplyOptions,
): Promise<Outcome[]> {
  const { signal } = options;
  const outcomes = await new TargetWriter(target, options).write(steps);
  if (!target.commit) {
    return outcomes;
  }
  const uncommitted = () =>
    outcomes.map(
      (outcome): Outcome =>
        outcome.written ? { ...outcome, uncommitted: true } : outcome,
    );
  if (signal?.aborted) {
    return uncommitted();
  }
  try {
    if (
      outcomes.some(({ written }) => written) ||
      (await target.isUncommitted?.())
    ) {
      await target.commit({ signal });
    }
    return outcomes;
  } catch (error) {
    if (signal?.aborted) {
      return uncommitted();
    }
    const failure = describeFailure(target.id, error);
    options.onFailure?.(failure);
    return outcomes.map(
      (outcome): Outcome =>
        outcome.written
          ? {
              ...outcome,
              written: false,
              error: failure.message,
              untried: true,
            }
          : outcome,
    );
  }
}
