import { CounterFamily, GaugeFamily } from '../../metrics';
import { HttpTraffic } from '../HttpTraffic';
import { SimulatedTarget } from '../SimulatedTarget';

const service = 'media-service';

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
    'Media processed, by type.',
  );
  const image = processed.with({ service, type: 'image' });
  const video = processed.with({ service, type: 'video' });
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
    families: [http.family, processed, queue],
    advance(step) {
      const starved = step.isActive('pool-exhaustion');
      http.advance(step, () =>
        starved ? { failures: 0.04, latencyFactor: 12 } : {},
      );
      image.add(4 * step.traffic * step.seconds);
      video.add(step.traffic * step.seconds);
      depth.set(30 * step.traffic * (0.5 + step.chance(3)));
    },
  };
}
