import { ServiceUnavailableError } from '@backstage/errors';
import { UpstreamClient } from '../../sources/http';
import { throwIfToldToWait } from '../throwIfToldToWait';

/** Of a proxy, or of a Prometheus that is starting: nothing was loaded, and nothing refused. */
const NOBODY_THERE = [502, 503, 504];

/**
 * Has Prometheus load its rule files.
 *
 * @returns why it refused, its old rules then keep running; `undefined` when it loaded them
 * @throws `ServiceUnavailableError` without an answer: it may have loaded them or not.
 *   `RetryLaterError` when it asks to be left in peace
 */
export async function reloadPrometheus(
  client: UpstreamClient,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const answer = await client.request({ method: 'POST', path: '', signal });
  throwIfToldToWait('Prometheus', answer);
  const { status } = answer;
  if (NOBODY_THERE.includes(status)) {
    throw new ServiceUnavailableError(
      `Prometheus did not reload (${status}); the next run asks again`,
    );
  }
  if (status === 403) {
    return 'Prometheus refuses to reload; start it with --web.enable-lifecycle';
  }
  if (status >= 300) {
    // It does not say why (recorded for 2.42 and 3.14): only its log does.
    return `Prometheus could not load its configuration (${status}); its log names the file`;
  }
  return undefined;
}
