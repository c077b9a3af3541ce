import { UpstreamClient } from '../../sources/http';

/**
 * Has Prometheus load its rule files.
 *
 * @returns why it refused, its old rules then keep running; `undefined` when it loaded them
 * @throws `ServiceUnavailableError` without an answer: it may have loaded them or not
 */
export async function reloadPrometheus(
  client: UpstreamClient,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const { status } = await client.request({ method: 'POST', path: '', signal });
  if (status === 403) {
    return 'Prometheus refuses to reload; start it with --web.enable-lifecycle';
  }
  if (status >= 300) {
    // It does not say why (recorded for 2.42 and 3.14): only its log does.
    return `Prometheus could not load its configuration (${status}); its log names the file`;
  }
  return undefined;
}
