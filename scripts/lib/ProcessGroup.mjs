import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';

/** How long programs may take to end by themselves. */
const PATIENCE = 10_000;

/** Programs that run until we end: each with everything it starts, in a process group of its own. */
export class ProcessGroup {
  #children = new Map();
  #stopping;

  constructor() {
    process.once('exit', () => this.#signal('SIGKILL'));
  }

  /**
   * Starts a program, its output in a log.
   *
   * @param {string} name - for people
   * @param {{ cwd: string, env: object, logFile: string, onLine?: (line: string) => void }} options
   * @returns a promise that fails when the program ends although nobody asked it to
   */
  start(name, command, args, { cwd, env, logFile, onLine }) {
    if (this.#stopping) {
      throw new Error(`${name} is not started any more`);
    }
    mkdirSync(dirname(logFile), { recursive: true });
    const log = createWriteStream(logFile);
    const child = spawn(command, args, {
      cwd,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    if (onLine) {
      createInterface({ input: child.stdout }).on('line', onLine);
    }
    const ended = new Promise(resolve => {
      child.once('error', error => resolve(error.message));
      child.once('close', (code, signal) => resolve(signal ?? code));
    });
    this.#children.set(child, ended);
    return ended.then(how => {
      this.#children.delete(child);
      log.end();
      if (!this.#stopping) {
        throw Object.assign(new Error(`${name} ended (${how})`), { logFile });
      }
    });
  }

  /** Ends everything; more than once does no harm. */
  stop() {
    this.#stopping ??= (async () => {
      this.#signal('SIGTERM');
      const impatient = setTimeout(() => this.#signal('SIGKILL'), PATIENCE);
      await Promise.all(this.#children.values());
      clearTimeout(impatient);
    })();
    return this.#stopping;
  }

  #signal(kind) {
    for (const { pid } of this.#children.keys()) {
      try {
        process.kill(-pid, kind);
      } catch {
        // It ended a moment ago.
      }
    }
  }
}
