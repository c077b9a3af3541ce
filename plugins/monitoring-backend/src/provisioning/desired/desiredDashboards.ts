import { DesiredObject } from '@sightline/backstage-plugin-monitoring-node';
import { GrafanaConfig } from '../../config';
import { ResolvedMonitoring } from '../../packs';
import { hashDashboard } from '../../targets';
import { chooseDatasource } from './chooseDatasource';
import { desiredObject } from './desiredObject';
import { entityFields } from './entityFields';

/** An entity's dashboards in Grafana. */
export function desiredDashboards(
  monitoring: ResolvedMonitoring,
  options: {
    grafana: GrafanaConfig;
    /** Uid; absent leaves the choice to Grafana. */
    datasource?: string;
    /** Uid of the folder; absent: the root. */
    folder?: string;
  },
): DesiredObject[] {
  const { grafana, datasource, folder } = options;
  return monitoring.dashboards.map(dashboard =>
    desiredObject(
      {
        ...entityFields(monitoring.spec),
        key: dashboard.key,
        kind: 'dashboard',
        target: `grafana:${grafana.id}`,
        uid: dashboard.uid,
        title: dashboard.title,
        ...(folder ? { folder } : {}),
        content: () => {
          const { model } = dashboard;
          return {
            ...chooseDatasource(model, datasource),
            tags: [...((model.tags as string[]) ?? [])].sort(),
          };
        },
      },
      hashDashboard,
    ),
  );
}

/** An entity's dashboards in a target that a module added. */
export function desiredDashboardsElsewhere(
  monitoring: ResolvedMonitoring,
  target: string,
): DesiredObject[] {
  return monitoring.dashboards.map(dashboard =>
    desiredObject({
      ...entityFields(monitoring.spec),
      key: dashboard.key,
      kind: 'dashboard',
      target,
      uid: dashboard.uid,
      title: dashboard.title,
      content: () => dashboard.model,
    }),
  );
}
