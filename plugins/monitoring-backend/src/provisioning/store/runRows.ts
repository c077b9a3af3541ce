import { ProvisioningRun } from '@sightline/backstage-plugin-monitoring-common';
import { hashContent } from '@sightline/backstage-plugin-monitoring-node';
import { fromJson, Row, toDate, toIso, toJson } from './rows';

/** In milliseconds: a run that says nothing for so long has lost its process. */
const LOST_AFTER = 60_000;

/** A sign of life that is older is none. */
export function lostBefore(now: Date): Date {
  return new Date(now.getTime() - LOST_AFTER);
}

function hasWritten({ counts }: ProvisioningRun): boolean {
  return counts.created + counts.updated + counts.pruned > 0;
}

/** Whether a run wrote, failed or waits for something. */
export function isEventful(run: ProvisioningRun): boolean {
  const { counts, errors, status } = run;
  return (
    hasWritten(run) ||
    status === 'stopped' ||
    errors.length > 0 ||
    counts.failed + counts.waiting > 0
  );
}

/**
 * What runs that nobody asked for and that wrote nothing have in common, so that the last one
 * stands for all.
 *
 * @returns `undefined` for a run that stands for itself
 */
export function likenessOf(run: ProvisioningRun): string | undefined {
  if (run.trigger === 'manual' || run.status === 'running' || hasWritten(run)) {
    return undefined;
  }
  const idle = run.status === 'succeeded' && !isEventful(run);
  const { drifted, conflict, failed, waiting } = run.counts;
  return hashContent([
    idle && run.entityRef ? 'one entity' : run.entityRef,
    run.status,
    run.mode,
    run.complete,
    [drifted, conflict, failed, waiting],
    run.errors,
    run.brake?.digest,
    run.brake?.answer,
  ]);
}

/** What is written of a run each time. */
export function toRow(run: ProvisioningRun, now: Date): Row {
  return {
    id: run.id,
    status: run.status,
    started_at: new Date(run.startedAt),
    finished_at: run.finishedAt ? new Date(run.finishedAt) : null,
    trigger: run.trigger,
    mode: run.mode,
    user_ref: run.by ?? null,
    entity_ref: run.entityRef ?? null,
    entities: run.entities ?? null,
    complete: run.complete,
    counts: JSON.stringify(run.counts),
    phases: JSON.stringify(run.phases),
    brake: toJson(run.brake),
    errors: JSON.stringify(run.errors),
    eventful: isEventful(run),
    likeness: likenessOf(run) ?? null,
    heartbeat_at: now,
  };
}

/** A run as the screens show it: one that lost its process has stopped. */
export function fromRow(row: Row, now: Date): ProvisioningRun {
  const heartbeat = toDate(row.heartbeat_at);
  const lost =
    row.status === 'running' &&
    !row.requested &&
    !(heartbeat && heartbeat > lostBefore(now));
  return {
    id: row.id,
    status: lost ? 'stopped' : row.status,
    startedAt: toIso(row.started_at)!,
    finishedAt:
      toIso(row.finished_at) ?? (lost ? heartbeat?.toISOString() : undefined),
    trigger: row.trigger,
    mode: row.mode,
    by: row.user_ref ?? undefined,
    entityRef: row.entity_ref ?? undefined,
    entities: row.entities ?? undefined,
    complete: Boolean(row.complete),
    counts: { waiting: 0, ...JSON.parse(row.counts) },
    phases: fromJson(row.phases) ?? [],
    brake: fromJson(row.brake),
    errors: JSON.parse(row.errors),
  };
}
