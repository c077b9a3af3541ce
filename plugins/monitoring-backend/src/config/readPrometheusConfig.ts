import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
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

/** Reads one entry of `monitoring.prometheus`. */
export function readPrometheusConfig(
  instance: Config,
  path: string,
): PrometheusConfig {
  const limits = instance.getOptionalConfig('limits');
  return {
    id: instance.getString('id'),
    url: readUrl(instance, 'url', path),
    tenant: instance.getOptionalString('tenant'),
    scope: readScope(instance, path),
    auth: readUpstreamAuth(instance, { path }),
    limits: {
      timeout: readDuration(limits, 'timeout', 30_000),
      maxSeries: limits?.getOptionalNumber('maxSeries') ?? 2_000,
      maxConcurrent: limits?.getOptionalNumber('maxConcurrent') ?? 20,
      maxResponseBytes:
        limits?.getOptionalNumber('maxResponseBytes') ?? 32 * 1024 * 1024,
    },
  };
}
