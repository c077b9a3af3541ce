import {
  barGaugePanel,
  PackContext,
  PackDashboardOptions,
  timeSeriesPanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { minioExpressions } from './minioExpressions';
import { MINIO_FULL, MINIO_PANELS } from './minioPanels';

/** What the object store holds, and on what. */
export function minioStorageRows(
  context: PackContext,
): PackDashboardOptions['rows'] {
  const minio = minioExpressions(context.selector, '$__rate_interval');
  return [
    {
      title: 'Capacity',
      panels: [
        timeSeriesPanel({
          id: MINIO_PANELS.capacityUsedShare,
          title: 'Capacity used',
          description:
            'Share of the usable capacity that is taken. A lost drive takes its capacity with it. Over 80 % for 15 minutes warns.',
          unit: 'percentunit',
          queries: [{ expression: minio.capacityUsedShare, legend: 'Used' }],
          thresholds: MINIO_FULL,
        }),
        timeSeriesPanel({
          id: MINIO_PANELS.capacity,
          title: 'Capacity',
          description:
            'Usable bytes, after what the redundancy takes: used and free, stacked.',
          unit: 'bytes',
          stacked: true,
          queries: [
            { expression: minio.capacityUsed, legend: 'Used' },
            { expression: minio.capacityFree, legend: 'Free' },
          ],
        }),
        timeSeriesPanel({
          id: 22,
          title: 'Objects',
          description:
            'Objects in all buckets, as the scanner counted them last: it takes minutes to hours for a round.',
          unit: 'short',
          queries: [{ expression: minio.objects, legend: 'Objects' }],
        }),
      ],
    },
    {
      title: 'Buckets',
      panels: [
        barGaugePanel({
          id: 23,
          title: 'Usage by bucket',
          description:
            'Bytes in each bucket, as the scanner counted them last.',
          unit: 'bytes',
          queries: [{ expression: minio.usageByBucket, legend: '{{bucket}}' }],
        }),
        barGaugePanel({
          id: 24,
          title: 'Objects by bucket',
          description:
            'Objects in each bucket, as the scanner counted them last.',
          unit: 'short',
          queries: [
            { expression: minio.objectsByBucket, legend: '{{bucket}}' },
          ],
        }),
        timeSeriesPanel({
          id: 25,
          title: 'Requests by bucket',
          description:
            'S3 requests per second to each bucket. Version 3 of the metrics shows them only for buckets that are scraped by name.',
          unit: 'reqps',
          queries: [
            { expression: minio.requestsByBucket, legend: '{{bucket}}' },
          ],
        }),
      ],
    },
    {
      title: 'Drives and nodes',
      panels: [
        timeSeriesPanel({
          id: MINIO_PANELS.drives,
          title: 'Drives',
          description:
            'Drives that answer and drives that do not. Losses show about a minute late. Any that is offline for 5 minutes warns.',
          unit: 'short',
          queries: [
            { expression: minio.drivesOnline, legend: 'Online' },
            { expression: minio.drivesOffline, legend: 'Offline' },
          ],
        }),
        timeSeriesPanel({
          id: 31,
          title: 'Healing',
          description:
            'Drives that are being filled again after a replacement, and objects that could not be healed meanwhile (counted by version 2 of the metrics only).',
          unit: 'short',
          queries: [
            { expression: minio.drivesHealing, legend: 'Drives healing' },
            { expression: minio.healFailures, legend: 'Objects not healed' },
          ],
        }),
        timeSeriesPanel({
          id: 32,
          title: 'Uptime',
          description:
            'Time since each node’s process started. A fall to 0 is a restart.',
          unit: 's',
          queries: [{ expression: minio.uptime, legend: '{{server}}' }],
        }),
      ],
    },
  ];
}
