import { InputError, ServiceUnavailableError } from '@backstage/errors';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const TIMEOUT = 30_000;

/**
 * Has Alertmanager's own tool judge its configuration.
 *
 * @throws `InputError` when amtool refuses it; what it says may hold secrets and is not repeated.
 *   `ServiceUnavailableError` when it cannot be run
 */
export async function checkWithAmtool(
  amtool: string,
  path: string,
): Promise<void> {
  try {
    await run(amtool, ['check-config', path], { timeout: TIMEOUT });
  } catch (error: any) {
    if (typeof error.code === 'number') {
      throw new InputError(
        `amtool refuses the Alertmanager configuration, so it was not written; run 'amtool check-config' on monitoring.provisioning.alertmanagerConfig.base and look at monitoring.notifications`,
      );
    }
    throw new ServiceUnavailableError(
      `'${amtool}' of monitoring.provisioning.alertmanagerConfig.amtool cannot be run, so the configuration was not written`,
    );
  }
}
