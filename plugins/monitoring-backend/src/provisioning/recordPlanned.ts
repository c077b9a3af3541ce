import { isWriting, Outcome } from './apply';
import { recordOutcome } from './recordOutcome';
import { StoredObject } from './store';

/** What the store remembers of a step that `mode: plan` only shows. */
export function recordPlanned(
  { step }: Outcome,
  before: StoredObject | undefined,
  now: Date,
): StoredObject | undefined {
  const outcome: Outcome = { step, written: false };
  if (!isWriting(step)) {
    return recordOutcome(outcome, before, now);
  }
  if (step.action === 'prune') {
    return (
      before && { ...before, state: 'pending', reason: 'Would be deleted' }
    );
  }
  const recorded = recordOutcome(outcome, before, now);
  return (
    recorded && {
      ...recorded,
      state: step.action === 'create' ? 'missing' : 'pending',
      reason: `Would be ${
        step.action === 'create' ? 'created' : 'updated'
      }: monitoring.provisioning.mode is plan`,
    }
  );
}
