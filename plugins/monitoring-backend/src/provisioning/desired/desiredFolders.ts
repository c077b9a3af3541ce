import { parseEntityRef } from '@backstage/catalog-model';
import {
  MonitoringSpec,
  objectKey,
  objectUid,
} from '@sightline/backstage-plugin-monitoring-common';
import { DesiredObject } from '@sightline/backstage-plugin-monitoring-node';
import { GrafanaConfig, grafanaFolderUid } from '../../config';
import { desiredObject } from './desiredObject';

const USUAL_KINDS = ['group', 'system'];

function folder(
  grafana: GrafanaConfig,
  id: string,
  content: { title: string; parentUid?: string },
): DesiredObject {
  const owner = `sightline/${grafana.id}`;
  const key = objectKey(owner, 'folder', id);
  return desiredObject({
    key,
    kind: 'folder',
    entityRef: owner,
    target: `grafana:${grafana.id}`,
    uid: objectUid(key),
    title: content.title,
    content: () => content,
  });
}

/** Folder that holds everything that Sightline writes to one Grafana. */
export function rootFolder(grafana: GrafanaConfig): DesiredObject {
  return folder(grafana, 'folder', { title: grafana.folder });
}

/** `group:default/media` is `media`; two that would be called alike are not. */
function folderTitle(ref: string): string {
  const { kind, namespace, name } = parseEntityRef(ref);
  return [
    USUAL_KINDS.includes(kind) ? '' : `${kind}:`,
    namespace === 'default' ? '' : `${namespace}/`,
    name,
  ].join('');
}

/**
 * The folder of an entity's dashboards in one Grafana, below the root; `undefined` when they lie in
 * the root. Rules stay there: one that changes its folder loses its state (design rule 13).
 */
export function dashboardFolder(
  spec: Pick<MonitoringSpec, 'owner' | 'system'>,
  grafana: GrafanaConfig,
): DesiredObject | undefined {
  const by = grafana.folders?.by ?? 'none';
  const ref = by === 'none' ? undefined : spec[by];
  return ref
    ? folder(grafana, `${by}:${ref}`, {
        title: folderTitle(ref),
        parentUid: grafanaFolderUid(grafana),
      })
    : undefined;
}
