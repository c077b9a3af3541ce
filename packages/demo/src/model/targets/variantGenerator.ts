import { CounterFamily, GaugeFamily, HistogramFamily } from '../../metrics';
import { HttpTraffic } from '../HttpTraffic';
import { outcomes } from '../outcomes';
import { SimulatedTarget } from '../SimulatedTarget';

const service = 'variant-generator';
/** Median seconds of one variant. */
const RESOLUTIONS = { '480p': 0.9, '720p': 1.8, '1080p': 3.9 } as const;
/** Share of variants, and share of them that fails. */
const ASPECT_RATIOS = {
  '16:9': [0.7, 0.002],
  '4:3': [0.2, 0.003],
  '9:16': [0.1, 0.011],
} as const;
const PER_SECOND = 4.5;

/** Renders images and videos in other sizes. */
export function createVariantGenerator(): SimulatedTarget {
  const http = new HttpTraffic(service, [
    {
      method: 'GET',
      route: '/variants/:id',
      perSecond: 10,
      success: '200',
      latency: { median: 0.02, sigma: 0.7 },
      failures: 0.0002,
      notFound: 0.01,
    },
    {
      method: 'POST',
      route: '/variants',
      perSecond: 1.5,
      success: '202',
      latency: { median: 0.04, sigma: 0.6 },
      failures: 0.0004,
    },
  ]);
  const durations = new HistogramFamily(
    'variant_generation_duration_seconds',
    'Time that one variant takes in seconds.',
    [0.25, 0.5, 1, 2.5, 5, 10, 20, 30],
  );
  const duration = Object.entries(RESOLUTIONS).map(
    ([resolution, median]) =>
      [durations.with({ service, resolution }), median] as const,
  );
  const generations = new CounterFamily(
    'variant_generations_total',
    'Variants, by aspect ratio and outcome.',
  );
  const generated = Object.entries(ASPECT_RATIOS).map(
    ([ratio, [share, failures]]) => ({
      share,
      failures,
      ...outcomes(generations, { service, aspect_ratio: ratio }, 'result', [
        'success',
        'failure',
      ] as const),
    }),
  );
  const queue = new GaugeFamily(
    'variant_queue_depth',
    'Variants that wait to be generated.',
  );
  const depth = queue.with({ service });
  const ages = new GaugeFamily(
    'variant_queue_oldest_age_seconds',
    'How long the oldest of them has been waiting in seconds.',
  );
  const age = ages.with({ service });

  return {
    name: service,
    job: service,
    instance: 'variant-generator-0',
    isService: true,
    families: [http.family, durations, generations, queue, ages],
    advance(step) {
      const stuck = step.isActive('consumer-lag');
      http.advance(step);
      const count = stuck ? 0 : PER_SECOND * step.traffic * step.seconds;
      for (const [series, median] of duration) {
        series.add(count / duration.length, { median, sigma: 0.5 });
      }
      for (const { share, failures, success, failure } of generated) {
        const failed = count * share * failures * (0.5 + step.chance(5));
        success.add(count * share - failed);
        failure.add(failed);
      }
      const usual = 12 * step.traffic * (0.5 + step.chance(6));
      const drained = depth.get() - 60 * step.seconds;
      depth.set(
        stuck ? depth.get() + 20 * step.seconds : Math.max(usual, drained),
      );
      // At its usual length the queue is worked off in a few seconds.
      const working = depth.get() / (PER_SECOND * step.traffic);
      age.set(stuck ? age.get() + step.seconds : working);
    },
  };
}
