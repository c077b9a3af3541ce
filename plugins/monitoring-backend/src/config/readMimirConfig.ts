import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { assertOwnNamespaces } from './assertOwnPlaces';
import { readInstances } from './readInstances';
import { assertOnePerServer, readRulesServer } from './readRulesServer';
import { checkTenant } from './readTenant';
import { readTls } from './readTls';
import { readUpstreamAuth } from './readUpstreamAuth';
import { readUrl } from './readUrl';
import { MimirConfig, PrometheusConfig } from './types';

const PARENT = 'monitoring.provisioning';
const KEY = 'mimir';

function readNamespace(instance: Config, path: string): string {
  const namespace = instance.getOptionalString('namespace') ?? 'sightline';
  // Mimir answers 500 to names that look like a way out of a folder, or are too long for a file.
  if (!/^[A-Za-z0-9][A-Za-z0-9 ._:-]{0,99}$/.test(namespace)) {
    throw new InputError(
      `${path}.namespace is '${namespace}'; expected up to 100 letters, digits, spaces and any of . _ : -`,
    );
  }
  return namespace;
}

/** With several of them the ruler refuses to write. */
function readRulerTenant(
  instance: Config,
  path: string,
  server: PrometheusConfig | undefined,
): Pick<MimirConfig, 'tenant'> {
  const tenant = instance.getOptionalString('tenant') ?? server?.tenant;
  return tenant === undefined
    ? {}
    : { tenant: checkTenant(tenant, `${path}.tenant`) };
}

function readRuler(
  instance: Config,
  path: string,
  servers: PrometheusConfig[],
): MimirConfig {
  const prometheus = readRulesServer(
    instance,
    path,
    servers.map(({ id }) => id),
  );
  const server = servers.find(({ id }) => id === prometheus);
  // Whoever asks a Mimir by the same address is let in by the same words; Grafana lets nobody write.
  const own = instance.has('url') || !server || server.grafana !== undefined;
  return {
    id: instance.getString('id'),
    prometheus,
    url: own ? readUrl(instance, 'url', path) : server.url,
    ...readRulerTenant(instance, path, server),
    auth:
      own || instance.has('auth')
        ? readUpstreamAuth(instance, { path })
        : server.auth,
    ...(own ? readTls(instance, path) : server.tls && { tls: server.tls }),
    namespace: readNamespace(instance, path),
  };
}

/**
 * Reads `monitoring.provisioning.mimir`.
 *
 * @param servers - `monitoring.prometheus`: address, tenant and authentication are those of the
 *   server that the rules read, unless the ruler has its own
 * @throws `InputError` that names the key and what was expected
 */
export function readMimirConfig(
  provisioning: Config | undefined,
  servers: PrometheusConfig[],
): MimirConfig[] {
  const rulers = readInstances(
    provisioning,
    KEY,
    (instance, path) => readRuler(instance, path, servers),
    PARENT,
  );
  assertOnePerServer(`${PARENT}.${KEY}`, rulers);
  assertOwnNamespaces(rulers);
  return rulers;
}
