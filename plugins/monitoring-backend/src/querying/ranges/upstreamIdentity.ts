import { createHash } from 'node:crypto';
import { PrometheusConfig } from '../../config';

/**
 * What tells a server, and what we see of it, apart from others. It stands in keys of a store that
 * other programs may read, so it is a hash, and no password is in it that could be guessed from it.
 */
export function upstreamIdentity(config: PrometheusConfig): string {
  const { id, type, url, tenant, grafana, partialResponse, auth, tls } = config;
  const who =
    auth.method === 'basic'
      ? { method: auth.method, username: auth.username }
      : auth;
  const hash = createHash('sha256')
    .update(
      JSON.stringify([
        type,
        url,
        tenant,
        grafana,
        partialResponse,
        who,
        tls?.cert,
      ]),
    )
    .digest('base64url');
  return `${id}:${hash}`;
}
