import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { ForwardedError } from '@backstage/errors';
import { atExit } from '../servers';

const run = promisify(execFile);

/**
 * Turns a file of samples into blocks of Prometheus, and removes the file.
 *
 * @param promtool - the program
 * @param directory - where the blocks go
 * @throws with promtool's own words when it refuses the file
 */
export async function createBlocks(
  promtool: string,
  file: string,
  directory: string,
): Promise<void> {
  const conversion = run(promtool, [
    'tsdb',
    'create-blocks-from',
    'openmetrics',
    // Not in the help text. With the default of two hours, 30 days take fifty times as long.
    '--max-block-duration=744h',
    '--quiet',
    file,
    directory,
  ]);
  const forgetExit = atExit(() => conversion.child.kill('SIGKILL'));
  try {
    await conversion;
  } catch (error) {
    throw new ForwardedError(
      'promtool could not make history out of the simulation',
      error,
    );
  } finally {
    forgetExit();
  }
  await rm(file);
}
