import { setTimeout as pause } from 'node:timers/promises';
import { RunningProcess } from './startProcess';

const INTERVAL = 100;

/**
 * Waits until a URL answers with 2xx.
 *
 * @param program - what is to answer; when it ends, nothing more is waited for
 * @throws with the program's last words, or when `timeout` milliseconds are over
 */
export async function waitForHttp(
  url: string,
  program: RunningProcess,
  timeout: number,
): Promise<void> {
  const deadline = Date.now() + timeout;
  while (Date.now() < deadline) {
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
