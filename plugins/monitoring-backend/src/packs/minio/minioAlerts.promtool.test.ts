import { firingMinutes } from '@sightline/backstage-plugin-monitoring-node/testUtils';
import { minioAlerts } from './minioAlerts';

const alerts = minioAlerts({
  entityRef: 'resource:default/minio',
  name: 'minio',
  title: 'Media store',
  selector: 'service="minio"',
  options: {},
});

type Series = Record<string, string>;

const cluster = (name: string, instance = 'a') =>
  `${name}{service="minio", job="cluster", instance="${instance}", server="a"}`;
const requests = (job = 'cluster') =>
  `minio_s3_requests_total{service="minio", job="${job}", server="a", api="putobject"}`;
const failed = (job = 'cluster') =>
  `minio_s3_requests_5xx_errors_total{service="minio", job="${job}", server="a", api="putobject"}`;
const v3 = (name: string) => `${name}{service="minio", job="v3"}`;
const request3 = (name: string) =>
  `${name}{service="minio", job="v3", server="a", name="PutObject", type="s3"}`;

const minutes = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

const OFFLINE = cluster('minio_cluster_drive_offline_total');
const ONLINE = cluster('minio_cluster_drive_online_total');
const TOTAL = cluster('minio_cluster_capacity_usable_total_bytes');
const FREE = cluster('minio_cluster_capacity_usable_free_bytes');

describe('alerts of the minio pack, in promtool', () => {
  it.each<[string, string, Series, number[]]>([
    [
      'MinioDriveOffline',
      '5 minutes after a drive is lost, until it is back',
      { [OFFLINE]: '0x9 1x20 0x30' },
      minutes(15, 30),
    ],
    [
      'MinioDriveOffline',
      'through a pause of scraping',
      { [OFFLINE]: '0x9 1x9 stale _x2 1x37' },
      minutes(15, 60),
    ],
    [
      'MinioDriveOffline',
      'once when every node serves the cluster’s page',
      {
        [OFFLINE]: '0x9 1x50',
        [cluster('minio_cluster_drive_offline_total', 'b')]: '0x9 1x50',
      },
      minutes(15, 60),
    ],
    [
      'MinioDriveOffline',
      'with version 3, where a count of 0 is left out',
      {
        [v3('minio_cluster_health_drives_count')]: '4x60',
        [v3('minio_cluster_health_drives_online_count')]: '4x9 3x50',
      },
      minutes(15, 60),
    ],
    [
      'MinioDriveOffline',
      'with version 3 when all drives are lost, once their count is 3 minutes old',
      {
        [v3('minio_cluster_health_drives_count')]: '4x60',
        [v3('minio_cluster_health_drives_online_count')]: '4x9 stale',
      },
      minutes(18, 60),
    ],
    [
      'MinioCapacityHigh',
      '15 minutes after 81 % are taken',
      { [TOTAL]: '100x60', [FREE]: '30x9 19x50' },
      minutes(25, 60),
    ],
    [
      'MinioCapacityHigh',
      'with version 3 when nothing at all is free',
      {
        [v3('minio_cluster_health_capacity_usable_total_bytes')]: '100x60',
      },
      minutes(15, 60),
    ],
    [
      'MinioErrors',
      '5 minutes after 10 % fail',
      { [requests()]: '0+100x60', [failed()]: '0x9 0+10x50' },
      // The rate over 5 minutes passes 5 % in the third minute.
      minutes(18, 60),
    ],
    [
      'MinioErrors',
      'at the first failures ever, which give birth to their counter',
      { [requests()]: '0+100x60', [failed()]: '_x9 10+10x50' },
      minutes(16, 60),
    ],
    [
      'MinioErrors',
      'across a restart',
      {
        [requests()]: '0+100x30 0+100x30',
        [failed()]: '0+10x30 0+10x30',
      },
      minutes(6, 60),
    ],
    [
      'MinioErrors',
      'through a pause of scraping',
      {
        [requests()]: '0+100x30 stale _x2 3400+100x26',
        [failed()]: '0+10x30 stale _x2 340+10x26',
      },
      minutes(6, 60),
    ],
    [
      'MinioErrors',
      'with version 3',
      {
        [request3('minio_api_requests_total')]: '0+100x60',
        [request3('minio_api_requests_5xx_errors_total')]: '0+10x60',
      },
      minutes(6, 60),
    ],
    [
      'MinioMetricsMissing',
      '15 minutes after the metrics vanish',
      { [ONLINE]: '4x20 stale' },
      minutes(36, 60),
    ],
    [
      'MinioMetricsMissing',
      'when they never come, for a service that shows others',
      { [requests('node')]: '0+100x60' },
      minutes(5, 60),
    ],
  ])('%s fires %s', async (name, _what, series, expected) => {
    expect(await firingMinutes(alerts, name, series)).toEqual(expected);
  });

  it.each<[string, string, Series]>([
    [
      'MinioDriveOffline',
      'for a drive that is away for less than 5 minutes',
      { [OFFLINE]: '0x9 1x4 0x40' },
    ],
    ['MinioDriveOffline', 'when its series are gone', { [OFFLINE]: '_x60' }],
    [
      'MinioDriveOffline',
      'when the last scrape of a node that goes misses its drives',
      {
        [OFFLINE]: '0x9 1 stale',
        [cluster('minio_cluster_drive_offline_total', 'b')]: '0x60',
      },
    ],
    [
      'MinioDriveOffline',
      'with version 3 while scraping pauses',
      {
        [v3('minio_cluster_health_drives_count')]: '4x20 stale _x20 4x18',
        [v3('minio_cluster_health_drives_online_count')]:
          '4x20 stale _x20 4x18',
      },
    ],
    ['MinioCapacityHigh', 'at 80 %', { [TOTAL]: '100x60', [FREE]: '20x60' }],
    [
      'MinioCapacityHigh',
      'without capacity',
      { [TOTAL]: '0x60', [FREE]: '0x60' },
    ],
    ['MinioCapacityHigh', 'when its series are gone', { [TOTAL]: 'stale' }],
    [
      'MinioErrors',
      'at 5 %',
      { [requests()]: '0+100x60', [failed()]: '0+5x60' },
    ],
    ['MinioErrors', 'when nothing has ever failed', { [requests()]: '0+9x60' }],
    ['MinioErrors', 'without requests', { [requests()]: '0x60' }],
    ['MinioErrors', 'when its series are gone', { [requests()]: 'stale' }],
    [
      'MinioErrors',
      'because two pages repeat the failures, or one shows fewer requests',
      {
        [requests()]: '0+100x60',
        [requests('node')]: '0+100x60',
        [failed()]: '0+4x60',
        [failed('node')]: '0+4x60',
      },
    ],
    [
      'MinioErrors',
      'across a restart without failures',
      { [requests()]: '0+100x30 0+100x30', [failed()]: '7x30 0x30' },
    ],
    [
      'MinioMetricsMissing',
      'for a pause of scraping of 10 minutes',
      { [ONLINE]: '4x20 stale _x9 4x30' },
    ],
  ])('%s does not fire %s', async (name, _what, series) => {
    expect(await firingMinutes(alerts, name, series)).toEqual([]);
  });
});
