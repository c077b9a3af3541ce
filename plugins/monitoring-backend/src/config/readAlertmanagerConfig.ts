import { Config } from '@backstage/config';
import { readUpstreamAuth } from './readUpstreamAuth';
import { readUrl } from './readUrl';
import { AlertmanagerConfig } from './types';

/** Reads one entry of `monitoring.alertmanager`. */
export function readAlertmanagerConfig(
  instance: Config,
  path: string,
): AlertmanagerConfig {
  const url = readUrl(instance, 'url', path);
  return {
    id: instance.getString('id'),
    url,
    publicUrl: instance.has('publicUrl')
      ? readUrl(instance, 'publicUrl', path)
      : url,
    auth: readUpstreamAuth(instance, { path }),
    tenant: instance.getOptionalString('tenant'),
  };
}
