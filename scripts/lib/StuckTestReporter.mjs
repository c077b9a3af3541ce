import { execFileSync } from 'node:child_process';
import { duration } from './Progress.mjs';

/** The longest take a minute or two; in milliseconds. */
const PATIENCE = 10 * 60_000;
const INTERVAL = 10_000;

/**
 * Ends tests that never end. Jest ends a test that waits for too long, but not one that calculates
 * for ever or waits outside of a test: the run would wait with it, and say nothing. Jest counts a
 * test whose process was ended as failed, and goes on with the others.
 */
export default class StuckTestReporter {
  #begun = new Map();
  #options;
  #timer;

  /**
   * @param {object} _config - Jest's
   * @param {{ patience?: number, interval?: number, now?: () => number, write?: (text: string) =>
   *   void, endProcesses?: () => void }} options
   */
  constructor(_config, options = {}) {
    this.#options = {
      patience: PATIENCE,
      interval: INTERVAL,
      now: Date.now,
      write: text => process.stdout.write(text),
      endProcesses,
      ...options,
    };
  }

  onRunStart() {
    this.#timer = setInterval(() => this.#look(), this.#options.interval);
  }

  onTestFileStart({ path }) {
    this.#begun.set(path, this.#options.now());
  }

  onTestFileResult({ path }) {
    this.#begun.delete(path);
  }

  onRunComplete() {
    clearInterval(this.#timer);
  }

  #look() {
    const { patience, now, write } = this.#options;
    const stuck = [...this.#begun].filter(
      ([, begun]) => now() - begun > patience,
    );
    if (stuck.length > 0) {
      stuck.forEach(([path]) => {
        // Its result comes when its process has ended.
        this.#begun.delete(path);
        write(
          `STUCK ${path} has not ended within ${duration(
            patience,
          )}. Its process is ended, with that of any test beside it.\n`,
        );
      });
      this.#options.endProcesses();
    }
  }
}

/** Which of the processes has which test is not told. */
function endProcesses() {
  execFileSync('pkill', ['-KILL', '-P', String(process.pid)]);
}
