import { Outcome } from './apply';
import { Desired } from './desired';
import { recordOutcome } from './recordOutcome';
import { recordPlanned } from './recordPlanned';
import { StoredObject } from './store';
import { TargetFailure } from './TargetFailure';

/** What the store remembers of a run: rows to save, and keys of rows to remove. */
export function recordRun(
  run: {
    outcomes: Outcome[];
    desired: Desired;
    /** Targets that could not be listed. */
    unlisted: TargetFailure[];
    stored: StoredObject[];
  },
  options: { mode: 'apply' | 'plan'; now: Date },
): { saved: StoredObject[]; removed: string[] } {
  const record = options.mode === 'plan' ? recordPlanned : recordOutcome;
  const before = new Map(run.stored.map(entry => [entry.key, entry]));
  const saved = new Map<string, StoredObject>();
  const removed: string[] = [];
  for (const outcome of run.outcomes) {
    const { step } = outcome;
    const key = 'object' in step ? step.object.key : step.stored?.key;
    const entry = record(
      outcome,
      key ? before.get(key) : undefined,
      options.now,
    );
    if (entry) {
      saved.set(entry.key, entry);
    } else if (key) {
      removed.push(key);
    }
  }
  for (const { target, message } of run.unlisted) {
    for (const { content, ...object } of run.desired.objects) {
      if (object.target === target) {
        const known = before.get(object.key);
        saved.set(object.key, {
          ...known,
          ...object,
          hash: known?.hash,
          state: 'failed',
          reason: message,
        });
      }
    }
  }
  // An object that is wanted under a new key and goes under the old one is one row.
  return {
    saved: [...saved.values()],
    removed: removed.filter(key => !saved.has(key)),
  };
}
