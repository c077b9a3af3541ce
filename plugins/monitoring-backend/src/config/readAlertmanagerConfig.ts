import { Config } from '@backstage/config';
import { readTenant } from './readTenant';
import { readTls } from './readTls';
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
    ...readTls(instance, path),
    tenant: readTenant(instance, { path }),
  };
}
