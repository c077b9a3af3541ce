import { objectKey } from '@sightline/backstage-plugin-monitoring-common';
import { DesiredObject } from '@sightline/backstage-plugin-monitoring-node';
import { GrafanaConfig, grafanaFolderUid } from '../../config';
import { ResolvedMonitoring } from '../../packs';
import { hashDashboard } from '../../targets';
import { chooseDatasource } from './chooseDatasource';
import { desiredObject } from './desiredObject';

/** Folder that holds everything that Sightline writes to one Grafana. */
export function desiredFolder(grafana: GrafanaConfig): DesiredObject {
  const owner = `sightline/${grafana.id}`;
  return desiredObject({
    key: objectKey(owner, 'folder', 'folder'),
    kind: 'folder',
    entityRef: owner,
    target: `grafana:${grafana.id}`,
    uid: grafanaFolderUid(grafana),
    title: grafana.folder,
    content: { title: grafana.folder },
  });
}

/** An entity's dashboards in Grafana. */
export function desiredDashboards(
  monitoring: ResolvedMonitoring,
  grafana: GrafanaConfig,
): DesiredObject[] {
  return monitoring.dashboards.map(dashboard =>
    desiredObject(
      {
        key: dashboard.key,
        kind: 'dashboard',
        entityRef: monitoring.spec.entityRef,
        target: `grafana:${grafana.id}`,
        uid: dashboard.uid,
        title: dashboard.title,
        content: {
          ...chooseDatasource(dashboard.model, grafana.datasource),
          tags: [...((dashboard.model.tags as string[]) ?? [])].sort(),
        },
      },
      hashDashboard,
    ),
  );
}
