import { setTimeout as pause } from 'node:timers/promises';
import { RunningProcess } from './startProcess';

const INTERVAL = 100;

/**
 * Waits until a URL answers with 2xx.
 *
 * @param program - what is to answer; when it ends, nothing more is waited for
 * @param timeout - milliseconds of waiting; while this thread is busy they do not pass
 * @throws with the program's last words, or when the time is over
 */
export async function waitForHttp(
  url: string,
  program: RunningProcess,
  timeout: number,
): Promise<void> {
  for (let waited = 0; waited < timeout; waited += INTERVAL) {
    const ended = program.ended();
    if (ended) {
      throw new Error(ended);
    }
    try {
      if ((await fetch(url)).ok) {
        return;
      }
    } catch {
      // Does not listen yet.
    }
    await pause(INTERVAL);
  }
  throw new Error(
    `${program.name} did not answer at ${url} within ${timeout / 1000} s`,
  );
}
