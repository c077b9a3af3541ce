import { ActualObject } from '@sightline/backstage-plugin-monitoring-node';
import { StoredObject } from '../store/ProvisioningStore';
import { isDrifted } from './planDrift';
import { pauseOf } from './planPause';
import { whyWaitToRetry } from './planRetry';
import { PlanOptions, Step } from './types';

/** A step for an object of ours that nobody asks for. */
export type Unwanted = Extract<Step, { action: 'prune' | 'wait-to-prune' }>;

function whyKeepEdited(
  actual: ActualObject,
  { mode, onDrift }: PlanOptions,
): string | undefined {
  if (!isDrifted(actual) || (mode === 'remove' && onDrift === 'revert')) {
    return undefined;
  }
  return mode === 'remove'
    ? `A person changed '${actual.title}', so it is not deleted; remove it by hand, or set onDrift to revert and remove again`
    : 'A person changed it, so it is not deleted; remove it by hand when it is not needed';
}

function whyNotYet(since: Date, options: PlanOptions): string | undefined {
  if (options.mode === 'remove') {
    return undefined;
  }
  if (!options.prune.enabled) {
    return 'Deleting is switched off (monitoring.provisioning.prune.enabled)';
  }
  if (!options.complete) {
    return 'The catalog could not be read whole, so nothing is deleted';
  }
  const due = since.getTime() + options.prune.grace;
  return options.now.getTime() < due
    ? `Nobody asks for it any more; it is deleted after ${new Date(
        due,
      ).toISOString()}`
    : undefined;
}

function whyPaused(
  { owner }: ActualObject,
  options: PlanOptions,
): string | undefined {
  const paused = pauseOf(options, owner?.entityRef);
  return paused === undefined
    ? undefined
    : `Nobody asks for it any more; it is not deleted while it is paused: ${paused}`;
}

function whyDelete(
  stored: StoredObject | undefined,
  { mode }: PlanOptions,
): string {
  if (mode === 'remove') {
    return 'Everything that Sightline made is removed';
  }
  return stored?.unwantedSince
    ? `Nobody has asked for it since ${stored.unwantedSince.toISOString()}`
    : 'Nobody asks for it any more';
}

/**
 * What to do about one object of ours that nobody asks for: it goes, or waits and says why.
 *
 * @param stays - why it has to stay whatever else is known
 */
export function planUnwanted(
  { target, actual }: { target: string; actual: ActualObject },
  stored: StoredObject | undefined,
  options: PlanOptions,
  stays?: string,
): Unwanted {
  const since = stored?.unwantedSince ?? options.now;
  const reason =
    actual.obstacle ??
    whyPaused(actual, options) ??
    whyKeepEdited(actual, options) ??
    whyNotYet(since, options) ??
    (options.ignoreRetry ? undefined : whyWaitToRetry(stored, options.now)) ??
    stays;
  return reason === undefined
    ? {
        action: 'prune',
        target,
        actual,
        stored,
        reason: whyDelete(stored, options),
      }
    : { action: 'wait-to-prune', target, actual, stored, since, reason };
}
