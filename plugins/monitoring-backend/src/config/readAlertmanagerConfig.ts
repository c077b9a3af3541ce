import { Config } from '@backstage/config';
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
  };
}
