import { Config } from '@backstage/config';
import { readUpstreamAuth } from './readUpstreamAuth';
import { readUrl } from './readUrl';
import { AlertmanagerConfig } from './types';

/** Reads one entry of `monitoring.alertmanager`. */
export function readAlertmanagerConfig(
  instance: Config,
  path: string,
): AlertmanagerConfig {
  return {
    id: instance.getString('id'),
    url: readUrl(instance, 'url', path),
    auth: readUpstreamAuth(instance, { path }),
    tenant: instance.getOptionalString('tenant'),
  };
}
