import {
  metricsMissingAlert,
  PackAlert,
  PackContext,
} from '@sightline/backstage-plugin-monitoring-node';
import { minioExpressions } from './minioExpressions';
import { MINIO_PANELS } from './minioPanels';

function panel(panelId: number): PackAlert['panel'] {
  return { dashboard: 'overview', panelId };
}

/** Alerts of an object store. */
export function minioAlerts(context: PackContext): PackAlert[] {
  const minio = minioExpressions(context.selector, '5m');
  const { title } = context;
  return [
    {
      name: 'MinioDriveOffline',
      expression: minio.drivesOffline,
      operator: '>',
      threshold: 0,
      unit: 'number',
      for: 300,
      severity: 'warning',
      summary: `${title} has lost drives`,
      description: `{{ $value }} drives of ${title} do not answer. Each further one brings it closer to refusing writes.`,
      panel: panel(MINIO_PANELS.drives),
    },
    {
      name: 'MinioCapacityHigh',
      expression: minio.capacityUsedShare,
      operator: '>',
      threshold: 0.8,
      unit: 'percent',
      for: 900,
      severity: 'warning',
      summary: `${title} is nearly full`,
      description: `{{ $value | humanizePercentage }} of the usable capacity of ${title} is taken. A full object store refuses uploads.`,
      panel: panel(MINIO_PANELS.capacityUsedShare),
    },
    {
      name: 'MinioErrors',
      expression: minio.failedShare,
      operator: '>',
      threshold: 0.05,
      unit: 'percent',
      for: 300,
      severity: 'critical',
      summary: `${title} fails requests`,
      description: `{{ $value | humanizePercentage }} of the requests to ${title} were answered with 5xx over the last 5 minutes.`,
      panel: panel(MINIO_PANELS.failedShare),
    },
    metricsMissingAlert(context, {
      name: 'MinioMetricsMissing',
      series: minio.clusterSeries,
      blindTo: 'of its drives and capacity',
      panel: panel(MINIO_PANELS.drives),
    }),
  ];
}
