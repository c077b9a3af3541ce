import { HttpTraffic } from '../HttpTraffic';
import { SimulatedTarget } from '../SimulatedTarget';

const service = 'billing-export';

/** Sends the month's usage to accounting; few ask it. */
export function createBillingExport(): SimulatedTarget {
  const http = new HttpTraffic(service, [
    {
      method: 'POST',
      route: '/exports',
      perSecond: 0.4,
      success: '202',
      latency: { median: 0.09, sigma: 0.6 },
      failures: 0.0005,
    },
  ]);
  return {
    name: service,
    job: service,
    instance: 'billing-export-0',
    isService: true,
    families: [http.family],
    advance: step => http.advance(step),
  };
}
