import { ProvisioningTarget } from '@sightline/backstage-plugin-monitoring-node';
import { Step } from '../plan';
import { applyToTarget } from './applyToTarget';
import { endParts } from './endParts';
import {
  ApplyOptions,
  isPartStep,
  isWriting,
  Outcome,
  targetOf,
  WritingStep,
} from './types';

/**
 * Does exactly what the steps say, in the order of their dependencies. One failing object stops
 * no other, one failing target no other target.
 *
 * @returns what came of each step; of those that a stopped run did not come to: nothing. The next
 *   run goes on there
 */
export async function applySteps(
  steps: Step[],
  targets: ProvisioningTarget[],
  options: ApplyOptions,
): Promise<Outcome[]> {
  const writing = new Map<string, WritingStep[]>(
    targets.map(({ id }) => [id, []]),
  );
  const decided: Outcome[] = [];
  const parts: WritingStep[] = [];
  for (const step of steps) {
    if (isWriting(step) && isPartStep(step)) {
      parts.push(step);
    } else if (isWriting(step)) {
      writing.get(targetOf(step))?.push(step);
    } else {
      decided.push({ step, written: false });
    }
  }
  const written = await Promise.all(
    targets.map(target =>
      applyToTarget(target, writing.get(target.id)!, options),
    ),
  );
  const outcomes = [...written.flat(), ...decided];
  return [...outcomes, ...endParts(parts, steps, outcomes, options)];
}
