import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readChoice } from './readChoice';
import { readRangeCacheConfig } from './readCacheConfig';
import { readCount } from './readCount';
import { readDenyAddresses } from './readDenyAddresses';
import { readDuration } from './readDuration';
import { readTenant } from './readTenant';
import { readTls } from './readTls';
import { readExemplarLinks } from './readExemplarLinks';
import { readUpstreamAuth } from './readUpstreamAuth';
import { readUrl } from './readUrl';
import { GrafanaConfig, PrometheusConfig, PrometheusType } from './types';

const SCOPE_SOURCE =
  /^(metadata\.(name|namespace)|kind|spec\.[A-Za-z][A-Za-z0-9]*)$/;

function readScope(instance: Config, path: string): PrometheusConfig['scope'] {
  const entries = instance.getOptionalConfigArray('scope') ?? [];
  return entries.map((entry, index) => {
    const label = entry.getString('label');
    const from = entry.getString('from');
    if (!/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(label)) {
      throw new InputError(
        `${path}.scope[${index}].label is '${label}'; expected a Prometheus label name`,
      );
    }
    if (!SCOPE_SOURCE.test(from)) {
      throw new InputError(
        `${path}.scope[${index}].from is '${from}'; expected metadata.name, metadata.namespace, kind or spec.<field>`,
      );
    }
    return { label, from };
  });
}

function readLimits(
  limits: Config | undefined,
  path: string,
): PrometheusConfig['limits'] {
  const count = (key: string, defaultCount: number, minimum: number = 1) =>
    readCount(limits, key, { path, default: defaultCount, minimum });
  return {
    timeout: readDuration(limits, 'timeout', {
      path,
      default: 30_000,
      minimum: 1_000,
      maximum: 60 * 60 * 1_000,
    }),
    maxSeries: count('maxSeries', 2_000),
    maxConcurrent: count('maxConcurrent', 20),
    maxResponseBytes: count('maxResponseBytes', 32 * 1024 * 1024, 1_024),
  };
}

/** What is Grafana's or its data source's when Grafana is asked. */
const NOT_THROUGH_GRAFANA = ['url', 'auth', 'tls', 'tenant'];

/** Where the server is, and how it is asked: itself, or by the data source of a Grafana. */
function readAccess(
  instance: Config,
  path: string,
  options: { type: PrometheusType; grafana: GrafanaConfig[] },
): Pick<PrometheusConfig, 'url' | 'auth' | 'tls' | 'tenant' | 'grafana'> {
  const through = instance.getOptionalConfig('grafana');
  if (!through) {
    return {
      url: readUrl(instance, 'url', path),
      tenant: readTenant(instance, { path, type: options.type }),
      auth: readUpstreamAuth(instance, { path }),
      ...readTls(instance, path),
    };
  }
  const id = through.getString('id');
  const datasource = through.getString('datasource');
  const grafana = options.grafana.find(one => one.id === id);
  if (!grafana) {
    throw new InputError(
      `${path}.grafana.id is '${id}', but monitoring.grafana names no such server; there are: ${
        options.grafana.map(one => one.id).join(', ') || 'none'
      }`,
    );
  }
  if (!/^[A-Za-z0-9_-]{1,40}$/.test(datasource)) {
    throw new InputError(
      `${path}.grafana.datasource is '${datasource}'; expected the uid of a data source`,
    );
  }
  const foreign = NOT_THROUGH_GRAFANA.find(key => instance.has(key));
  if (foreign) {
    throw new InputError(
      `${path}.${foreign} is set beside ${path}.grafana; it is asked through Grafana, whose data source knows it`,
    );
  }
  return {
    url: `${grafana.url}/api/datasources/proxy/uid/${datasource}`,
    auth: grafana.auth,
    ...(grafana.tls && { tls: grafana.tls }),
    grafana: { id, datasource },
  };
}

/**
 * Reads one entry of `monitoring.prometheus`.
 *
 * @param grafana - the configured ones, which a server may be asked through
 */
export function readPrometheusConfig(
  instance: Config,
  path: string,
  grafana: GrafanaConfig[] = [],
): PrometheusConfig {
  const type = readChoice(instance, 'type', {
    path,
    choices: ['prometheus', 'thanos', 'mimir', 'victoriametrics'],
    default: 'prometheus',
  });
  const access = readAccess(instance, path, { type, grafana });
  return {
    id: instance.getString('id'),
    type,
    ...access,
    ...readDenyAddresses(instance, access.url, path),
    // A server takes longer to compress than a network without encryption, its own, takes to carry.
    compression:
      instance.getOptionalBoolean('compression') ??
      access.url.startsWith('https:'),
    partialResponse: instance.getOptionalBoolean('partialResponse') ?? false,
    scope: readScope(instance, path),
    exemplars: readExemplarLinks(instance, path),
    limits: readLimits(instance.getOptionalConfig('limits'), `${path}.limits`),
    ...readRangeCacheConfig(instance, path, type),
  };
}
