import { RetryLaterError } from '@sightline/backstage-plugin-monitoring-node';
import { describeError } from '../describeError';
import { TargetFailure } from './TargetFailure';

/** A failure of a target as it is recorded, and how long it asked to be left in peace. */
export function describeFailure(target: string, error: unknown): TargetFailure {
  return {
    target,
    message: describeError(error),
    ...(error instanceof RetryLaterError && error.retryAfter !== undefined
      ? { retryAfter: error.retryAfter }
      : {}),
  };
}
