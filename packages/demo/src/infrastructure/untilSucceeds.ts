import { setTimeout as pause } from 'node:timers/promises';
import { RunningProcess } from '../servers';

/** How long a server may take to take connections, in milliseconds. */
const TIMEOUT = 15_000;

/**
 * Tries again until it succeeds.
 *
 * @throws the last failure, when the time is over or the program has ended
 */
export async function untilSucceeds<T>(
  program: RunningProcess,
  attempt: () => Promise<T>,
): Promise<T> {
  const deadline = Date.now() + TIMEOUT;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      const ended = program.ended();
      if (ended || Date.now() > deadline) {
        throw ended ? new Error(ended) : error;
      }
      await pause(50);
    }
  }
}
