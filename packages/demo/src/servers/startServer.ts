import { RunningProcess, startProcess } from './startProcess';
import { waitForHttp } from './waitForHttp';

/** How long a server may take to be ready, in milliseconds. */
const TIMEOUT = 30_000;

/**
 * Starts a server and waits until it is ready.
 *
 * @param options - `readyUrl` answers with 2xx from then on
 * @throws when it ends or is not ready in time; it does not run by then
 */
export async function startServer(options: {
  name: string;
  command: string;
  args: string[];
  logFile: string;
  readyUrl: string;
  env?: Record<string, string>;
}): Promise<RunningProcess> {
  const running = startProcess(options);
  try {
    await waitForHttp(options.readyUrl, running, TIMEOUT);
  } catch (error) {
    await running.stop();
    throw error;
  }
  return running;
}
