import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readCount } from './readCount';
import { readDuration } from './readDuration';
import { readUpstreamAuth } from './readUpstreamAuth';
import { readUrl } from './readUrl';
import { PrometheusConfig } from './types';

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

/** Reads one entry of `monitoring.prometheus`. */
export function readPrometheusConfig(
  instance: Config,
  path: string,
): PrometheusConfig {
  return {
    id: instance.getString('id'),
    url: readUrl(instance, 'url', path),
    tenant: instance.getOptionalString('tenant'),
    scope: readScope(instance, path),
    auth: readUpstreamAuth(instance, { path }),
    limits: readLimits(instance.getOptionalConfig('limits'), `${path}.limits`),
  };
}
