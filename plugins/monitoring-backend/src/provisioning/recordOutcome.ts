import { ManagedObjectState } from '@sightline/backstage-plugin-monitoring-common';
import { DesiredObject } from '@sightline/backstage-plugin-monitoring-node';
import { Outcome } from './apply';
import { StoredObject } from './store';

function describe(
  object: DesiredObject,
  state: ManagedObjectState,
  before: StoredObject | undefined,
): StoredObject {
  return {
    key: object.key,
    entityRef: object.entityRef,
    kind: object.kind,
    target: object.target,
    uid: object.uid,
    title: object.title,
    state,
    url: before?.url,
    hash: before?.hash,
    lastAppliedAt: before?.lastAppliedAt,
  };
}

/**
 * What the store remembers after a step.
 *
 * @param before - what it remembered until now
 * @returns `undefined` when there is nothing left to remember
 */
export function recordOutcome(
  { step, error, url, written }: Outcome,
  before: StoredObject | undefined,
  now: Date,
): StoredObject | undefined {
  switch (step.action) {
    case 'create':
    case 'update':
    case 'revert': {
      const failed = error !== undefined;
      return {
        ...describe(step.object, failed ? 'failed' : 'in-sync', before),
        reason: error,
        ...(written
          ? {
              url: url ?? before?.url,
              hash: step.object.hash,
              lastAppliedAt: now.toISOString(),
            }
          : {}),
      };
    }
    case 'nothing':
      return {
        ...describe(step.object, 'in-sync', before),
        url: step.actual.url ?? before?.url,
        hash: step.object.hash,
      };
    case 'keep-drifted':
    case 'conflict':
      return {
        ...describe(
          step.object,
          step.action === 'conflict' ? 'conflict' : 'drifted',
          before,
        ),
        url: step.actual.url ?? before?.url,
        reason: step.reason,
        differences: step.differences,
      };
    case 'keep-incomplete':
      return {
        ...describe(step.object, 'pending', before),
        url: step.actual.url ?? before?.url,
        reason: step.reason,
      };
    case 'disabled':
      return {
        ...describe(step.object, 'disabled', before),
        reason:
          'Switched off by monitoring/provision; what is there already is neither changed nor deleted',
      };
    case 'wait-to-prune':
      return {
        ...(step.stored ?? {
          // The database was lost: the mark in the object is all there is.
          key: `${step.actual.owner!.entityRef}|${step.actual.kind}|${
            step.actual.uid
          }`,
          entityRef: step.actual.owner!.entityRef,
          kind: step.actual.kind,
          target: step.target,
          uid: step.actual.uid,
          title: step.actual.title,
          url: step.actual.url,
        }),
        state: 'pending',
        reason: step.reason,
        differences: undefined,
        unwantedSince: step.since,
      };
    case 'prune':
      return error && step.stored
        ? { ...step.stored, state: 'failed', reason: error }
        : undefined;
    default:
      return undefined;
  }
}
