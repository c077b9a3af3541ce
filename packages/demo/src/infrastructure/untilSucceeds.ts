import { setTimeout as pause } from 'node:timers/promises';
import { RunningProcess } from '../servers';

/** Milliseconds between attempts. */
const INTERVAL = 50;
/** Counted, not timed: while history is simulated, this thread may be busy for seconds. */
const ATTEMPTS = 300;

/**
 * Tries again until it succeeds.
 *
 * @throws the last failure after 15 seconds of trying, or with the program's last words
 */
export async function untilSucceeds<T>(
  program: RunningProcess,
  attempt: () => Promise<T>,
): Promise<T> {
  for (let left = ATTEMPTS; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      const ended = program.ended();
      if (ended || left === 0) {
        throw ended ? new Error(ended) : error;
      }
      await pause(INTERVAL);
    }
  }
}
