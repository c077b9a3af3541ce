import { ProvisioningRun } from '@sightline/backstage-plugin-monitoring-common';
import { DesiredObject } from '@sightline/backstage-plugin-monitoring-node';
import { Outcome } from '../apply';
import { StoredObject } from '../store';
import { TargetFailure } from '../TargetFailure';
import { isSameObject } from './isSameObject';
import { recordOutcome, RecordOptions } from './recordOutcome';
import { recordPlanned } from './recordPlanned';

function recordUnlisted(
  object: DesiredObject,
  before: StoredObject | undefined,
  reason: string,
): StoredObject {
  return {
    ...before,
    key: object.key,
    entityRef: object.entityRef,
    kind: object.kind,
    target: object.target,
    uid: object.uid,
    title: object.title,
    environment: object.environment,
    state: 'failed',
    reason,
  };
}

/** What the store remembers of a run: rows that change, and keys of rows to remove. */
export function recordRun(
  run: {
    outcomes: Outcome[];
    desired: { objects: DesiredObject[] };
    /** Targets that could not be listed. */
    unlisted: TargetFailure[];
    stored: StoredObject[];
  },
  options: RecordOptions & { mode: ProvisioningRun['mode'] },
): { saved: StoredObject[]; removed: string[] } {
  const record = options.mode === 'plan' ? recordPlanned : recordOutcome;
  const before = new Map(run.stored.map(entry => [entry.key, entry]));
  const rows = new Map<string, StoredObject>();
  const removed: string[] = [];
  for (const outcome of run.outcomes) {
    const { step } = outcome;
    const key = 'object' in step ? step.object.key : step.stored?.key;
    const row = record(outcome, key ? before.get(key) : undefined, options);
    if (row) {
      rows.set(row.key, row);
    } else if (key) {
      removed.push(key);
    }
  }
  const unlisted = new Map(
    run.unlisted.map(({ target, message }) => [target, message]),
  );
  for (const object of run.desired.objects) {
    const reason = unlisted.get(object.target);
    if (reason !== undefined) {
      rows.set(
        object.key,
        recordUnlisted(object, before.get(object.key), reason),
      );
    }
  }
  return {
    saved: [...rows.values()].filter(
      row => !isSameObject(row, before.get(row.key)),
    ),
    // An object that is wanted under a new key and goes under the old one is one row.
    removed: removed.filter(key => !rows.has(key)),
  };
}
