import {
  CounterFamily,
  CounterSeries,
  GaugeFamily,
  LatencyShape,
  sharesWithin,
} from '../../../metrics';
import { Step } from '../../SimulatedTarget';
import { SERVER } from './minioServer';

const BYTES_RECEIVED = 57_000_000;
const BYTES_SENT = 95_000_000;
/** Mean requests per second, and how long they wait. */
const APIS = {
  putobject: { perSecond: 5, latency: { median: 0.035, sigma: 0.7 } },
  getobject: { perSecond: 9, latency: { median: 0.012, sigma: 0.8 } },
} as const;
const BOUNDS = [
  '0.050',
  '0.100',
  '0.250',
  '0.500',
  '1.000',
  '2.500',
  '5.000',
  '10.000',
];
/** Share of the writes that fail while `storage-errors` lasts. */
const FAILING = 0.25;
/** Share of the reads of what is not there. */
const MISSING = 0.004;

function byApi(name: string, help: string, type?: 'gauge'): CounterFamily {
  return new CounterFamily(`minio_s3_requests_${name}`, help, { type });
}

/** The S3 requests that MinIO answers. */
export class MinioRequests {
  readonly #received = new CounterFamily(
    'minio_s3_traffic_received_bytes',
    'Bytes received.',
  );
  readonly #sent = new CounterFamily(
    'minio_s3_traffic_sent_bytes',
    'Bytes sent.',
  );
  readonly #requests = byApi('total', 'S3 requests, by API.');
  readonly #failures = byApi(
    '5xx_errors_total',
    'S3 requests answered with 5xx, by API.',
  );
  readonly #refusals = byApi(
    '4xx_errors_total',
    'S3 requests answered with 4xx, by API.',
  );
  readonly #inFlight = new GaugeFamily(
    'minio_s3_requests_inflight_total',
    'S3 requests that wait for an answer, by API.',
  );
  /** A histogram in all but its type. */
  readonly #waits = byApi(
    'ttfb_seconds_distribution',
    'Time to the first byte, by API.',
    'gauge',
  );
  readonly families = [
    this.#received,
    this.#sent,
    this.#requests,
    this.#failures,
    this.#refusals,
    this.#inFlight,
    this.#waits,
  ];
  readonly #receivedBytes = this.#received.with(SERVER);
  readonly #sentBytes = this.#sent.with(SERVER);
  readonly #failed = this.#failures.with({ ...SERVER, api: 'putobject' });
  readonly #missing = this.#refusals.with({ ...SERVER, api: 'getobject' });
  readonly #apis = Object.entries(APIS).map(
    ([api, { perSecond, latency }]) => ({
      perSecond,
      answered: this.#requests.with({ ...SERVER, api }),
      waiting: this.#inFlight.with({ ...SERVER, api }),
      buckets: this.#buckets(api, latency),
    }),
  );

  advance(step: Step): void {
    const load = step.traffic * step.seconds;
    this.#receivedBytes.add(BYTES_RECEIVED * load);
    this.#sentBytes.add(BYTES_SENT * load);
    for (const { perSecond, answered, waiting, buckets } of this.#apis) {
      answered.add(perSecond * load);
      waiting.set((0.2 + 0.4 * step.chance(37)) * perSecond * step.traffic);
      for (const { series, share } of buckets) {
        series.add(perSecond * load * share);
      }
    }
    this.#missing.add(APIS.getobject.perSecond * load * MISSING);
    if (step.isActive('storage-errors')) {
      this.#failed.add(APIS.putobject.perSecond * load * FAILING);
    }
  }

  #buckets(
    api: string,
    latency: LatencyShape,
  ): { series: CounterSeries; share: number }[] {
    const shares = [...sharesWithin(latency, BOUNDS.map(Number)), 1];
    return [...BOUNDS, '+Inf'].map((le, index) => ({
      series: this.#waits.with({ ...SERVER, api, le }),
      share: shares[index],
    }));
  }
}
