import { UsageError } from '../UsageError';

/**
 * Reads the address of a server.
 *
 * @returns without a trailing slash
 * @throws UsageError when it is none
 */
export function readAddress(option: string, text: string): string {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new UsageError(
      `${option} is no address such as http://prometheus:9090`,
    );
  }
  if (!['http:', 'https:'].includes(url.protocol)) {
    throw new UsageError(
      `${option} is no address such as http://prometheus:9090`,
    );
  }
  if (url.username || url.password) {
    // Not named: it would end up in logs.
    throw new UsageError(
      `${option} holds a password, which others can see in the list of processes; use a token file, an environment variable or a header`,
    );
  }
  if (url.search || url.hash) {
    throw new UsageError(`${option} must end before '?' and '#'`);
  }
  return text.replace(/\/+$/, '');
}
