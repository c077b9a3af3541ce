import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * What promtool prints, whether it is content or not.
 *
 * @throws when promtool is not on the PATH
 */
export async function promtool(args: string[]): Promise<string> {
  try {
    const { stdout } = await run('promtool', args, {
      maxBuffer: 64 * 1024 ** 2,
    });
    return stdout;
  } catch (error: any) {
    if (error.code === 'ENOENT') {
      throw new Error(
        'promtool is not on the PATH; it comes with the Debian package prometheus',
      );
    }
    return `${error.stdout}${error.stderr}`;
  }
}
