import { isError } from '@backstage/errors';
import { RetryLaterError } from '@sightline/backstage-plugin-monitoring-node';
import { setTimeout } from 'node:timers/promises';

/** Lets a time pass, in milliseconds. */
export type Wait = (time: number, signal?: AbortSignal) => Promise<void>;

const WAITS = [200, 1_000];
const PASSING = ['ConflictError', 'ServiceUnavailableError'];

/** The real clock. */
export async function waitForReal(
  time: number,
  signal?: AbortSignal,
): Promise<void> {
  await setTimeout(time, undefined, { signal });
}

/**
 * Tries again what lost a race: all that tells people is one document, and of writes at the same
 * time some are answered 409, or 500 on SQLite (recording `contact-points`).
 *
 * @throws what the last try threw
 */
export async function retryBriefly<T>(
  action: () => Promise<T>,
  wait: Wait,
  signal?: AbortSignal,
): Promise<T> {
  for (const time of WAITS) {
    try {
      return await action();
    } catch (error) {
      signal?.throwIfAborted();
      if (
        !isError(error) ||
        !PASSING.includes(error.name) ||
        error instanceof RetryLaterError
      ) {
        throw error;
      }
    }
    await wait(time, signal);
  }
  return action();
}
