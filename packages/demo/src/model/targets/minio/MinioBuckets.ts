import { CounterFamily, GaugeFamily } from '../../../metrics';
import { Step } from '../../SimulatedTarget';
import { SERVER } from './minioServer';

/** Mean requests per second, bytes and objects when the day begins. */
const BUCKETS = {
  media: { puts: 2, gets: 7, bytes: 2.6 * 1024 ** 4, objects: 410_000 },
  variants: { puts: 3, gets: 2, bytes: 0.44 * 1024 ** 4, objects: 2_300_000 },
} as const;

/** What the store holds, by bucket. */
export class MinioBuckets {
  readonly #usage = new GaugeFamily(
    'minio_bucket_usage_total_bytes',
    'Bytes in a bucket.',
  );
  readonly #objects = new GaugeFamily(
    'minio_bucket_usage_object_total',
    'Objects in a bucket.',
  );
  readonly #requests = new CounterFamily(
    'minio_bucket_requests_total',
    'S3 requests to a bucket, by API.',
  );
  readonly #all = new GaugeFamily(
    'minio_cluster_usage_object_total',
    'Objects in all buckets.',
  );
  readonly families = [this.#usage, this.#objects, this.#requests, this.#all];
  readonly #total = this.#all.with(SERVER);
  readonly #buckets = Object.entries(BUCKETS).map(([bucket, usual]) => {
    const labels = { ...SERVER, bucket };
    return {
      usual,
      bytes: this.#usage.with(labels),
      objects: this.#objects.with(labels),
      put: this.#requests.with({ ...labels, api: 'putobject' }),
      get: this.#requests.with({ ...labels, api: 'getobject' }),
    };
  });

  advance(step: Step): void {
    const load = step.traffic * step.seconds;
    // Old media are deleted once a day.
    const growth = 1 + 0.1 * step.timeOfDay;
    let total = 0;
    for (const { usual, bytes, objects, put, get } of this.#buckets) {
      put.add(usual.puts * load);
      get.add(usual.gets * load);
      bytes.set(usual.bytes * growth);
      objects.set(usual.objects * growth);
      total += Math.round(usual.objects * growth);
    }
    this.#total.set(total);
  }
}
