import { CounterFamily, GaugeFamily } from '../../metrics';
import { SimulatedTarget } from '../SimulatedTarget';

const CAPACITY = 8 * 1024 ** 4;
const server = 'minio-0:9000';

/** MinIO, under the names of its metrics API version 2. */
export function createMinio(): SimulatedTarget {
  const received = new CounterFamily(
    'minio_s3_traffic_received_bytes',
    'Bytes received.',
  );
  const receivedBytes = received.with({ server });
  const sent = new CounterFamily('minio_s3_traffic_sent_bytes', 'Bytes sent.');
  const sentBytes = sent.with({ server });
  const requests = new CounterFamily(
    'minio_s3_requests_total',
    'S3 requests, by API.',
  );
  const put = requests.with({ server, api: 'putobject' });
  const get = requests.with({ server, api: 'getobject' });
  const errors = new CounterFamily(
    'minio_s3_requests_5xx_errors_total',
    'S3 requests answered with 5xx, by API.',
  );
  const putErrors = errors.with({ server, api: 'putobject' });
  const total = new GaugeFamily(
    'minio_cluster_capacity_usable_total_bytes',
    'Usable capacity in bytes.',
  );
  total.with({ server }, CAPACITY);
  const free = new GaugeFamily(
    'minio_cluster_capacity_usable_free_bytes',
    'Usable capacity that is free in bytes.',
  );
  const freeBytes = free.with({ server }, 0.62 * CAPACITY);
  const offline = new GaugeFamily(
    'minio_cluster_drive_offline_total',
    'Drives that are offline.',
  );
  offline.with({ server }, 0);
  const online = new GaugeFamily(
    'minio_cluster_drive_online_total',
    'Drives that are online.',
  );
  online.with({ server }, 4);

  return {
    name: 'minio',
    job: 'minio',
    instance: 'minio-0',
    isService: false,
    families: [received, sent, requests, errors, total, free, offline, online],
    advance(step) {
      const load = step.traffic * step.seconds;
      receivedBytes.add(57_000_000 * load);
      sentBytes.add(95_000_000 * load);
      put.add(5 * load);
      get.add(9 * load);
      if (step.isActive('storage-errors')) {
        putErrors.add(0.25 * 5 * load);
      }
      // Old media are deleted once a day: usage follows the time of day.
      const share = 0.62 - 0.04 * step.timeOfDay;
      freeBytes.set(share * CAPACITY);
    },
  };
}
