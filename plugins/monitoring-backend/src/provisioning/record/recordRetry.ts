import { backOff } from '../backOff';
import { StoredObject } from '../store';

/** In milliseconds. */
const LIMITS = { first: 30_000, longest: 3_600_000 };

/**
 * When an object that failed is tried again.
 *
 * @param hash - of the content whose write failed; another content begins anew
 */
export function recordRetry(
  hash: string,
  before: StoredObject | undefined,
  options: { now: Date; random: () => number },
): Required<Pick<StoredObject, 'retry' | 'failedHash'>> {
  const earlier = before?.failedHash === hash ? before.retry?.failures ?? 0 : 0;
  const failures = earlier + 1;
  const wait = backOff(failures, LIMITS, options.random);
  return {
    retry: {
      failures,
      at: new Date(options.now.getTime() + wait).toISOString(),
    },
    failedHash: hash,
  };
}
