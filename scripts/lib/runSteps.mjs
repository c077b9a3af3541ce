import { existsSync, rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** Resolves when the file is there. */
async function untilThere(file, { interval, signal }) {
  while (!existsSync(file)) {
    await setTimeout(interval, undefined, { signal });
  }
}

/**
 * Runs steps one after the other. A step that writes the idle file only waits from then on, and
 * the next ones begin beside it.
 *
 * @param {string[]} names - in order
 * @param {(name: string) => Promise<T>} run - of one step
 * @param {{ idleFile: string, interval?: number }} options - `interval` in milliseconds
 * @returns {Promise<T[]>} what the steps came to, in their order
 * @template T
 */
export async function runSteps(names, run, { idleFile, interval = 1000 }) {
  const results = [];
  for (const name of names) {
    rmSync(idleFile, { force: true });
    const finished = new AbortController();
    const result = run(name).finally(() => finished.abort());
    // Somebody waits for it below; until then its failure is nobody's unhandled one.
    result.catch(() => {});
    results.push(result);
    await Promise.race([
      result,
      untilThere(idleFile, { interval, signal: finished.signal }).catch(
        () => {},
      ),
    ]);
  }
  rmSync(idleFile, { force: true });
  return Promise.all(results);
}
