import { Config } from '@backstage/config';
import { readUpstreamAuth } from './readUpstreamAuth';
import { readUrl } from './readUrl';
import { GrafanaConfig, LinkableDashboards } from './types';

function readLinkable(instance: Config): LinkableDashboards | undefined {
  const linked = instance.getOptionalConfig('linkedDashboards');
  const folders = linked?.getOptionalStringArray('folders') ?? [];
  const tags = linked?.getOptionalStringArray('tags') ?? [];
  return folders.length + tags.length > 0 ? { folders, tags } : undefined;
}

/** Reads one entry of `monitoring.grafana`. */
export function readGrafanaConfig(
  instance: Config,
  path: string,
): GrafanaConfig {
  const url = readUrl(instance, 'url', path);
  return {
    id: instance.getString('id'),
    url,
    publicUrl: instance.has('publicUrl')
      ? readUrl(instance, 'publicUrl', path)
      : url,
    auth: readUpstreamAuth(instance, {
      path,
      methods: ['none', 'bearer', 'basic'],
    }),
    folder: instance.getOptionalString('folder') ?? 'Sightline',
    datasource: instance.getOptionalString('datasource'),
    linkedDashboards: readLinkable(instance),
  };
}
