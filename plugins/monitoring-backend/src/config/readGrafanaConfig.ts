import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readChoice } from './readChoice';
import { readTls } from './readTls';
import { readUpstreamAuth } from './readUpstreamAuth';
import { readUrl } from './readUrl';
import { GrafanaConfig, LinkableDashboards } from './types';

function readLinkable(instance: Config): LinkableDashboards | undefined {
  const linked = instance.getOptionalConfig('linkedDashboards');
  const folders = linked?.getOptionalStringArray('folders') ?? [];
  const tags = linked?.getOptionalStringArray('tags') ?? [];
  return folders.length + tags.length > 0 ? { folders, tags } : undefined;
}

/** Not key by key: an id such as `eu-1` is no key that `Config` reads. */
function readDatasources(
  instance: Config,
  path: string,
): Record<string, string> {
  const datasources = instance.getOptional('datasources') ?? {};
  const entries = Object.entries(datasources as object);
  const wrong = entries.find(([, uid]) => typeof uid !== 'string' || !uid);
  if (typeof datasources !== 'object' || wrong) {
    throw new InputError(
      `${path}.datasources${
        wrong ? `.${wrong[0]} is no text` : ' is no object'
      }; expected the uid of a data source for the id of a Prometheus`,
    );
  }
  return Object.fromEntries(entries);
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
    ...readTls(instance, path),
    folder: instance.getOptionalString('folder') ?? 'Sightline',
    folders: {
      by: readChoice(instance.getOptionalConfig('folders'), 'by', {
        path: `${path}.folders`,
        choices: ['none', 'owner', 'system'],
        default: 'none',
      }),
    },
    datasource: instance.getOptionalString('datasource'),
    datasources: readDatasources(instance, path),
    linkedDashboards: readLinkable(instance),
  };
}
