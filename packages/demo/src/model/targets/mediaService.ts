import { CounterFamily, GaugeFamily, HistogramFamily } from '../../metrics';
import { HttpTraffic } from '../HttpTraffic';
import { outcomes } from '../outcomes';
import { SimulatedTarget } from '../SimulatedTarget';

const service = 'media-service';
const RESULTS = ['success', 'failure'] as const;
/** Mean media per second, median seconds of processing, and share that fails. */
const PROCESSING = {
  image: { perSecond: 4, median: 0.22, failures: 0.0012 },
  video: { perSecond: 1, median: 2.4, failures: 0.004 },
} as const;
const TERABYTE = 1024 ** 4;
const QUOTA = 6 * TERABYTE;
/** Bytes stored at the start of the day, and what one day adds until the clean-up at its end. */
const STORED = {
  image: { base: 0.62 * TERABYTE, daily: 0.03 * TERABYTE },
  video: { base: 1.9 * TERABYTE, daily: 0.16 * TERABYTE },
  variant: { base: 0.5 * TERABYTE, daily: 0.13 * TERABYTE },
} as const;

/** Knows every piece of media, and answers for it out of PostgreSQL and Redis. */
export function createMediaService(): SimulatedTarget {
  const http = new HttpTraffic(service, [
    {
      method: 'GET',
      route: '/media/:id',
      perSecond: 18,
      success: '200',
      latency: { median: 0.032, sigma: 0.85 },
      failures: 0.0004,
      notFound: 0.02,
    },
    {
      method: 'GET',
      route: '/media',
      perSecond: 5,
      success: '200',
      latency: { median: 0.11, sigma: 0.8 },
      failures: 0.0004,
    },
    {
      method: 'PATCH',
      route: '/media/:id',
      perSecond: 2,
      success: '200',
      latency: { median: 0.06, sigma: 0.7 },
      failures: 0.0005,
    },
  ]);
  const processed = new CounterFamily(
    'media_processed_total',
    'Media processed, by type and outcome.',
  );
  const durations = new HistogramFamily(
    'media_processing_duration_seconds',
    'Time that the processing of one piece takes in seconds.',
    [0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  );
  const processing = Object.entries(PROCESSING).map(([type, usual]) => ({
    ...usual,
    ...outcomes(processed, { service, type }, 'result', RESULTS),
    duration: durations.with({ service, type }),
  }));
  const used = new GaugeFamily(
    'media_storage_used_bytes',
    'Bytes stored, by type of media.',
  );
  const stored = Object.entries(STORED).map(([type, usual]) => ({
    ...usual,
    bytes: used.with({ service, type }, usual.base),
  }));
  const quota = new GaugeFamily(
    'media_storage_quota_bytes',
    'Bytes that may be stored; 0 is no limit.',
  );
  quota.with({ service }, QUOTA);
  const queue = new GaugeFamily(
    'media_processing_queue_depth',
    'Media that wait to be processed.',
  );
  const depth = queue.with({ service });

  return {
    name: service,
    job: service,
    instance: 'media-service-0',
    isService: true,
    families: [http.family, processed, durations, queue, used, quota],
    advance(step) {
      const starved = step.isActive('pool-exhaustion');
      http.advance(step, () =>
        starved ? { failures: 0.04, latencyFactor: 12 } : {},
      );
      for (const media of processing) {
        const count = media.perSecond * step.traffic * step.seconds;
        const failed =
          count * (starved ? 0.04 : media.failures * (0.5 + step.chance(14)));
        media.success.add(count - failed);
        media.failure.add(failed);
        media.duration.add(count, {
          median: media.median * (starved ? 4 : 1),
          sigma: 0.6,
        });
      }
      for (const { base, daily, bytes } of stored) {
        bytes.set(base + daily * step.timeOfDay);
      }
      depth.set(30 * step.traffic * (0.5 + step.chance(3)) * (starved ? 8 : 1));
    },
  };
}
