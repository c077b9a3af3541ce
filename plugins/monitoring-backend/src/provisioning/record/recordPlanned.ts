import { isWriting, Outcome } from '../apply';
import { StoredObject } from '../store';
import { recordOutcome, RecordOptions } from './recordOutcome';

/** What the store remembers of a step that `mode: plan` only shows. */
export function recordPlanned(
  { step }: Outcome,
  before: StoredObject | undefined,
  options: RecordOptions,
): StoredObject | undefined {
  const outcome: Outcome = { step, written: false };
  if (!isWriting(step)) {
    return recordOutcome(outcome, before, options);
  }
  if (step.action === 'prune') {
    return (
      before && { ...before, state: 'pending', reason: 'Would be deleted' }
    );
  }
  const recorded = recordOutcome(outcome, before, options);
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
