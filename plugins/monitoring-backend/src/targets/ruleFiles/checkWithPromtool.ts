import { InputError, ServiceUnavailableError } from '@backstage/errors';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { plainText } from '../../sources/http';

const run = promisify(execFile);
const TIMEOUT = 30_000;

/**
 * Has the server's own tool judge a rule file.
 *
 * @throws `InputError` with what promtool says; `ServiceUnavailableError` when it cannot be run
 */
export async function checkWithPromtool(
  promtool: string,
  path: string,
): Promise<void> {
  try {
    await run(promtool, ['check', 'rules', path], { timeout: TIMEOUT });
  } catch (error: any) {
    if (typeof error.code === 'number') {
      throw new InputError(
        `promtool refuses the rules, so they were not written: ${plainText(
          String(error.stderr).replaceAll(path, ''),
        )}`,
      );
    }
    throw new ServiceUnavailableError(
      `'${promtool}' of monitoring.provisioning.ruleFiles.promtool cannot be run, so the rules were not written`,
    );
  }
}
