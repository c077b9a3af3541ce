import { HttpTraffic } from '../HttpTraffic';
import { SimulatedTarget } from '../SimulatedTarget';

const service = 'thumbnail-cache';

/** Keeps small pictures close to those who look at them. */
export function createThumbnailCache(): SimulatedTarget {
  const http = new HttpTraffic(service, [
    {
      method: 'GET',
      route: '/thumbnails/:id',
      perSecond: 45,
      success: '200',
      latency: { median: 0.004, sigma: 0.7 },
      failures: 0.0002,
    },
  ]);
  return {
    name: service,
    job: service,
    instance: 'thumbnail-cache-0',
    isService: true,
    families: [http.family],
    advance: step => http.advance(step),
  };
}
