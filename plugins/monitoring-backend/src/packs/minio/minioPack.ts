import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';
import { minioAlerts } from './minioAlerts';
import { minioDashboard } from './minioDashboard';
import { minioSlis } from './minioSlis';

/** Traffic, errors, capacity and drives of an object store. */
export const minioPack: MonitoringPack = {
  id: 'minio',
  title: 'MinIO',
  description: 'Traffic, errors, capacity and drives of a MinIO object store',
  metricsFrom:
    'MinIO RELEASE.2025-10-15: metrics version 2 (cluster, node, bucket pages) and version 3',
  probes: [
    {
      id: 'version-2',
      title: 'MinIO metrics version 2',
      metric: 'minio_s3_traffic_received_bytes',
    },
    {
      id: 'version-3',
      title: 'MinIO metrics version 3',
      metric: 'minio_cluster_health_drives_count',
    },
  ],
  dashboards: context => [minioDashboard(context)],
  alerts: context => minioAlerts(context),
  slis: () => minioSlis(),
};
