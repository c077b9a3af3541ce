import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { atExit } from './atExit';
import { endWithUs } from './endWithUs';

/** A program that runs for us. */
export interface RunningProcess {
  readonly name: string;
  /** Set once it has ended: why, with its last words. */
  readonly ended: () => string | undefined;
  /** Ends it and everything it started; does nothing when it has ended. */
  stop(): Promise<void>;
}

/** How long a program may take to end by itself. */
const PATIENCE = 5_000;

function lastWords(logFile: string): string {
  return readFileSync(logFile, 'utf8').trim().split('\n').slice(-3).join('\n');
}

/**
 * Starts a program in a process group of its own, so that all of it can be ended, also when this
 * process fails or is killed.
 */
export function startProcess(options: {
  name: string;
  command: string;
  args: string[];
  logFile: string;
  /** Added to the environment. */
  env?: Record<string, string>;
  /** The user to run as, where the program refuses to run as root. */
  user?: { uid: number; gid: number };
  /** What asks it to end. */
  stopSignal?: NodeJS.Signals;
}): RunningProcess {
  const { name, command, args, logFile, stopSignal = 'SIGTERM' } = options;
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'w');
  const child = spawn(command, args, {
    detached: true,
    env: { ...process.env, ...options.env },
    ...options.user,
    stdio: ['ignore', log, log],
  });
  closeSync(log);

  let ended: string | undefined;
  const signal = (kind: NodeJS.Signals) => {
    if (child.pid !== undefined && ended === undefined) {
      try {
        process.kill(-child.pid, kind);
      } catch {
        // It ended a moment ago.
      }
    }
  };
  const forgetExit = atExit(() => signal('SIGKILL'));
  const release =
    child.pid === undefined ? () => {} : endWithUs(child.pid, stopSignal);
  const exit = new Promise<void>(resolve => {
    const finish = (reason: string) => {
      ended ??= reason;
      forgetExit();
      release();
      resolve();
    };
    child.once('error', error => finish(`${name}: ${error.message}`));
    child.once('exit', (code, by) =>
      finish(`${name} ended (${by ?? code}): ${lastWords(logFile)}`),
    );
  });

  return {
    name,
    ended: () => ended,
    async stop() {
      signal(stopSignal);
      const impatient = setTimeout(() => signal('SIGKILL'), PATIENCE);
      await exit;
      clearTimeout(impatient);
    },
  };
}
