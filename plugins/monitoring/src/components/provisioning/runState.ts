import { ProvisioningRun } from '@sightline/backstage-plugin-monitoring-common';

/** How a run stands, for people; a key of the translations. */
export type RunState =
  | 'running'
  | 'waiting'
  | 'failed'
  | 'stopped'
  | 'succeeded';

/** Whether deletions of the run wait for a person's word. */
export function waitsForPerson(run: ProvisioningRun): boolean {
  return run.brake !== undefined && run.brake.answer === undefined;
}

/** Whether something failed in a run, be it one object or one service. */
export function hasFailures({ status, counts, errors }: ProvisioningRun) {
  return (
    status === 'failed' ||
    counts.failed > 0 ||
    errors.some(({ entityRef, target }) => entityRef || target)
  );
}

/** How a run stands: one that has ended and waits for a person waits first of all. */
export function runState(run: ProvisioningRun): RunState {
  if (run.status === 'running' || run.status === 'stopped') {
    return run.status;
  }
  if (waitsForPerson(run)) {
    return 'waiting';
  }
  return hasFailures(run) ? 'failed' : 'succeeded';
}

/** In milliseconds, until its end or until now. */
export function runDuration(run: ProvisioningRun, now: number): number {
  const end = run.finishedAt ? Date.parse(run.finishedAt) : now;
  return Math.max(0, end - Date.parse(run.startedAt));
}

/** The part that a run is in; undefined while it has none. */
export function currentPhase(run: ProvisioningRun) {
  return (
    run.phases.find(({ done, total }) => done < total) ?? run.phases.at(-1)
  );
}

/** Failures of the same cause, most frequent first. */
export interface FailureCause {
  target?: string;
  message: string;
  count: number;
  /** Services that it met, each once. */
  entityRefs: string[];
}

/** Groups a run's errors by target and message. */
export function groupErrors(errors: ProvisioningRun['errors']): FailureCause[] {
  const causes = new Map<string, FailureCause>();
  for (const { target, message, entityRef } of errors) {
    const id = `${target ?? ''}\n${message}`;
    const known = causes.get(id) ?? {
      target,
      message,
      count: 0,
      entityRefs: [],
    };
    known.count += 1;
    if (entityRef && !known.entityRefs.includes(entityRef)) {
      known.entityRefs.push(entityRef);
    }
    causes.set(id, known);
  }
  return [...causes.values()].sort((a, b) => b.count - a.count);
}
