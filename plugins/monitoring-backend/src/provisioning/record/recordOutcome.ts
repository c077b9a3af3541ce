import { ManagedObjectState } from '@sightline/backstage-plugin-monitoring-common';
import { DesiredObject } from '@sightline/backstage-plugin-monitoring-node';
import { isWriting, Outcome } from '../apply';
import { possibleDecisions, Step } from '../plan';
import { StoredObject } from '../store';
import { recordRetry } from './recordRetry';

/** What recording has to know beside what came of a step. */
export interface RecordOptions {
  now: Date;
  /** 0..1 */
  random: () => number;
}

type Kept = Extract<Step, { action: 'keep-drifted' | 'conflict' }>;
type Unwanted = Extract<Step, { action: 'prune' | 'wait-to-prune' }>;

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
    environment: object.environment,
    state,
    url: before?.url,
    hash: before?.hash,
    lastAppliedAt: before?.lastAppliedAt,
  };
}

function recordKept(step: Kept, before: StoredObject | undefined) {
  const { object, actual } = step;
  const decision = step.action === 'keep-drifted' ? step.decision : undefined;
  return {
    ...describe(
      object,
      step.action === 'conflict' ? 'conflict' : 'drifted',
      before,
    ),
    url: actual.url ?? before?.url,
    reason: step.reason,
    differences: step.differences,
    theirs: { hash: actual.hash, ...actual.edited },
    decisions: possibleDecisions(step),
    decided: decision && {
      decision: decision.decision,
      by: decision.by,
      at: decision.at.toISOString(),
    },
  };
}

/** What is known of an object that nobody asks for; after a loss of the database, from its mark. */
function describeUnwanted({ actual, stored, target }: Unwanted): StoredObject {
  const entityRef = stored?.entityRef ?? actual.owner!.entityRef;
  return {
    key: stored?.key ?? `${entityRef}|${actual.kind}|${actual.uid}`,
    entityRef,
    kind: actual.kind,
    target,
    uid: actual.uid,
    title: stored?.title ?? actual.title,
    environment: stored?.environment,
    state: 'pending',
    url: stored?.url ?? actual.url,
    hash: stored?.hash,
    lastAppliedAt: stored?.lastAppliedAt,
    retry: stored?.retry,
    failedHash: stored?.failedHash,
  };
}

function recordWritten(
  { step, error, url, written, untried, uncommitted }: Outcome,
  before: StoredObject | undefined,
  options: RecordOptions,
): StoredObject | undefined {
  if (!isWriting(step) || step.action === 'prune') {
    return undefined;
  }
  const { object } = step;
  if (error !== undefined) {
    return {
      ...describe(object, 'failed', before),
      reason: error,
      ...(untried
        ? { retry: before?.retry, failedHash: before?.failedHash }
        : recordRetry(object.hash, before, options)),
    };
  }
  return {
    ...describe(object, uncommitted ? 'pending' : 'in-sync', before),
    reason: uncommitted
      ? 'It was written, and takes effect with the next run: this one was stopped'
      : undefined,
    ...(written
      ? {
          url: url ?? before?.url,
          hash: object.hash,
          lastAppliedAt: options.now.toISOString(),
        }
      : {}),
  };
}

/**
 * What the store remembers after a step.
 *
 * @param before - what it remembered until now
 * @returns `undefined` when there is nothing left to remember
 */
export function recordOutcome(
  outcome: Outcome,
  before: StoredObject | undefined,
  options: RecordOptions,
): StoredObject | undefined {
  const { step, error } = outcome;
  switch (step.action) {
    case 'create':
    case 'update':
    case 'move':
    case 'revert':
    case 'adopt':
      return recordWritten(outcome, before, options);
    case 'nothing':
      return {
        ...describe(step.object, 'in-sync', before),
        url: step.actual.url ?? before?.url,
        hash: step.object.hash,
      };
    case 'keep-drifted':
    case 'conflict':
      return recordKept(step, before);
    case 'keep-incomplete':
    case 'paused':
      return {
        ...describe(
          step.object,
          step.action === 'paused' ? 'paused' : 'pending',
          before,
        ),
        url: step.actual?.url ?? before?.url,
        reason: step.reason,
        ...('since' in step ? { unwantedSince: step.since } : {}),
      };
    case 'wait-to-retry':
      return {
        ...describe(step.object, 'failed', before),
        url: step.actual?.url ?? before?.url,
        reason: before?.reason ?? step.reason,
        retry: before?.retry,
        failedHash: before?.failedHash,
      };
    case 'disabled':
      return {
        ...describe(step.object, 'disabled', before),
        reason:
          'Switched off by monitoring/provision; what is there already is neither changed nor deleted',
      };
    case 'wait-to-prune': {
      const failed = before?.state === 'failed' && before.retry;
      return {
        ...describeUnwanted(step),
        state: failed ? 'failed' : 'pending',
        reason: failed ? before.reason : step.reason,
        unwantedSince: step.since,
      };
    }
    case 'prune': {
      if (error === undefined) {
        return undefined;
      }
      const { actual, stored } = step;
      return {
        ...describeUnwanted(step),
        state: 'failed',
        reason: error,
        unwantedSince: stored?.unwantedSince ?? options.now,
        ...(outcome.untried ? {} : recordRetry(actual.hash, stored, options)),
      };
    }
    default:
      return undefined;
  }
}
