import {
  buildPackDashboard,
  PackContext,
  PackDashboard,
  statPanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { minioExpressions } from './minioExpressions';
import { MINIO_ERRORS, MINIO_FULL, MINIO_PANELS } from './minioPanels';
import { minioStorageRows } from './minioStorageRows';
import { minioTrafficRows } from './minioTrafficRows';

/** The dashboard of one MinIO deployment. */
export function minioDashboard(context: PackContext): PackDashboard {
  const minio = minioExpressions(context.selector, '$__rate_interval');
  const title = `${context.title} · MinIO`;
  const model = buildPackDashboard({
    title,
    description: `Traffic, errors, capacity and drives of the object store ${context.title}`,
    tags: ['minio'],
    variables: [
      {
        name: 'bucket',
        label: 'Bucket',
        series: minio.bucketSeries,
        of: 'bucket',
      },
    ],
    stats: [
      statPanel({
        id: MINIO_PANELS.health,
        title: 'Health',
        description:
          'Whether enough drives are there to read and write everything (a quorum in each erasure set).',
        unit: 'short',
        queries: [{ expression: minio.health, legend: 'Health' }],
        names: [
          { value: 1, text: 'Healthy', state: 'good' },
          { value: 0, text: 'Quorum lost', state: 'bad' },
        ],
      }),
      statPanel({
        id: 2,
        title: 'Drives offline',
        description: 'Drives that do not answer. None should be.',
        unit: 'short',
        decimals: 0,
        queries: [{ expression: minio.drivesOffline, legend: 'Offline' }],
        thresholds: { critical: 1 },
      }),
      statPanel({
        id: MINIO_PANELS.capacityUsedNow,
        title: 'Capacity used',
        description: 'Share of the usable capacity that is taken.',
        unit: 'percentunit',
        decimals: 1,
        queries: [{ expression: minio.capacityUsedShare, legend: 'Used' }],
        thresholds: MINIO_FULL,
      }),
      statPanel({
        id: 4,
        title: 'Failing requests',
        description:
          'Share of requests answered with 5xx. Refused ones (4xx) do not count.',
        unit: 'percentunit',
        decimals: 2,
        queries: [{ expression: minio.failedShare, legend: 'Failing' }],
        thresholds: MINIO_ERRORS,
      }),
      statPanel({
        id: 5,
        title: 'In',
        description: 'Bytes per second that clients send.',
        unit: 'Bps',
        queries: [{ expression: minio.received, legend: 'In' }],
      }),
      statPanel({
        id: 6,
        title: 'Out',
        description: 'Bytes per second that clients receive.',
        unit: 'Bps',
        queries: [{ expression: minio.sent, legend: 'Out' }],
      }),
    ],
    rows: [...minioTrafficRows(context), ...minioStorageRows(context)],
  });
  return { id: 'overview', title, model };
}
