import { StoredObject } from '../store/ProvisioningStore';
import { isWrite } from './isWrite';
import { Step } from './types';

/**
 * How often it failed and when it is tried again.
 *
 * @returns `undefined` when it did not fail, or its next try is due
 */
export function whyWaitToRetry(
  stored: Pick<StoredObject, 'retry'> | undefined,
  now: Date,
): string | undefined {
  const retry = stored?.retry;
  if (!retry || Date.parse(retry.at) <= now.getTime()) {
    return undefined;
  }
  const times =
    retry.failures === 1 ? 'once' : `${retry.failures} times in a row`;
  return `It failed ${times}; it is tried again after ${retry.at}`;
}

/**
 * What failed is left in peace until its next try is due; other content is tried at once.
 *
 * @returns `undefined` when there is nothing to wait for
 */
export function planRetry(
  step: Step,
  { stored, now }: { stored?: StoredObject; now: Date },
): Step | undefined {
  if (!isWrite(step) || stored?.failedHash !== step.object.hash) {
    return undefined;
  }
  const reason = whyWaitToRetry(stored, now);
  return reason === undefined
    ? undefined
    : {
        action: 'wait-to-retry',
        object: step.object,
        actual: step.actual,
        reason,
      };
}
