import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from './UserError.mjs';

/** Lines of a log that are shown when a program fails. */
const LAST_LINES = 30;

/** The end of a log. */
export function lastLines(logFile) {
  return readFileSync(logFile, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(-LAST_LINES)
    .join('\n');
}

/**
 * Runs a program to its end, its output in a log.
 *
 * @throws UserError with the end of the log when it fails
 */
export async function runProgram(
  command,
  args,
  { cwd, env, logFile, hint = '' },
) {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile);
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const killAtExit = () => child.kill();
  process.once('exit', killAtExit);
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const failure = await new Promise(resolve => {
    child.once('error', error => resolve(error.message));
    child.once('close', (code, signal) =>
      resolve(code === 0 ? undefined : `it ended with ${signal ?? code}`),
    );
  });
  process.off('exit', killAtExit);
  await new Promise(resolve => log.end(resolve));
  if (failure) {
    throw new UserError(
      `${lastLines(logFile)}\n\n${[command, ...args].join(
        ' ',
      )} failed: ${failure}. The whole output is in ${logFile}.${
        hint && ` ${hint}`
      }`,
    );
  }
}
