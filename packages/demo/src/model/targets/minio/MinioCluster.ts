import { constantGauge, CounterFamily, GaugeFamily } from '../../../metrics';
import { Step } from '../../SimulatedTarget';
import { SERVER } from './minioServer';

const CAPACITY = 8 * 1024 ** 4;

/** The drives and what fits on them. */
export class MinioCluster {
  readonly #free = new GaugeFamily(
    'minio_cluster_capacity_usable_free_bytes',
    'Usable capacity that is free in bytes.',
  );
  readonly #healErrors = new CounterFamily(
    'minio_heal_objects_errors_total',
    'Objects that could not be healed.',
  );
  readonly #uptime = new GaugeFamily(
    'minio_node_process_uptime_seconds',
    'Seconds since the node started.',
  );
  readonly families = [
    constantGauge(
      'minio_cluster_capacity_usable_total_bytes',
      'Usable capacity in bytes.',
      CAPACITY,
      SERVER,
    ),
    this.#free,
    constantGauge(
      'minio_cluster_drive_offline_total',
      'Drives that are offline.',
      0,
      SERVER,
    ),
    constantGauge(
      'minio_cluster_drive_online_total',
      'Drives that are online.',
      4,
      SERVER,
    ),
    constantGauge(
      'minio_cluster_health_status',
      'Whether all can be read and written.',
      1,
      SERVER,
    ),
    constantGauge(
      'minio_cluster_health_erasure_set_healing_drives',
      'Drives that are being healed.',
      0,
      { ...SERVER, pool: '0', set: '0' },
    ),
    this.#healErrors,
    this.#uptime,
  ];
  readonly #freeBytes = this.#free.with(SERVER, 0.62 * CAPACITY);
  readonly #running = this.#uptime.with(SERVER);

  constructor() {
    this.#healErrors.with({ ...SERVER, type: 'object' });
  }

  advance(step: Step): void {
    // Old media are deleted once a day: usage follows the time of day.
    const share = 0.62 - 0.04 * step.timeOfDay;
    this.#freeBytes.set(share * CAPACITY);
    this.#running.set(this.#running.get() + step.seconds);
  }
}
