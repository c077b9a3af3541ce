import { setTimeout as pause } from 'node:timers/promises';

const INTERVAL = 250;

/**
 * Waits until a URL answers with 2xx.
 *
 * @param {number} timeout - in milliseconds
 * @throws when it does not in time
 */
export async function waitForHttp(url, timeout) {
  const deadline = Date.now() + timeout;
  while (Date.now() < deadline) {
    try {
      const response = await fetch(url, {
        signal: AbortSignal.timeout(Math.max(1, deadline - Date.now())),
      });
      await response.arrayBuffer();
      if (response.ok) {
        return;
      }
    } catch {
      // Does not listen yet.
    }
    await pause(INTERVAL);
  }
  throw new Error(`${url} did not answer within ${timeout / 1000} s`);
}
