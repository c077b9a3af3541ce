import { ServiceUnavailableError } from '@backstage/errors';
import { UpstreamClient } from '../../sources/http';

/**
 * Has Prometheus load its rule files.
 *
 * @throws `ServiceUnavailableError` when it did not; its old rules then keep running
 */
export async function reloadPrometheus(
  client: UpstreamClient,
  signal?: AbortSignal,
): Promise<void> {
  const { status } = await client.request({ method: 'POST', path: '', signal });
  if (status === 403) {
    throw new ServiceUnavailableError(
      'Prometheus refuses to reload; start it with --web.enable-lifecycle',
    );
  }
  if (status >= 300) {
    // It does not say why (recorded for 2.42 and 3.14): only its log does.
    throw new ServiceUnavailableError(
      `Prometheus could not load its configuration (${status}); its log names the file`,
    );
  }
}
