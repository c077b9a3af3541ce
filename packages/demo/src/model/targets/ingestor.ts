import { CounterFamily, GaugeFamily, HistogramFamily } from '../../metrics';
import { HttpTraffic } from '../HttpTraffic';
import { outcomes } from '../outcomes';
import { SimulatedTarget } from '../SimulatedTarget';

const service = 'ingestor';
const RESULTS = ['success', 'failure'] as const;
const UPLOADS = { image: 4, video: 1 } as const;
const BYTES = { image: 2_400_000, video: 48_000_000 } as const;
const OPERATIONS = { put: 5, get: 9, delete: 0.4 } as const;

/** Takes uploads and stores them. */
export function createIngestor(): SimulatedTarget {
  const http = new HttpTraffic(service, [
    {
      method: 'POST',
      route: '/uploads',
      perSecond: 5,
      success: '201',
      latency: { median: 0.13, sigma: 0.7 },
      failures: 0.0003,
    },
    {
      method: 'GET',
      route: '/uploads/:id',
      perSecond: 7,
      success: '200',
      latency: { median: 0.018, sigma: 0.8 },
      failures: 0.0001,
      notFound: 0.012,
    },
    {
      method: 'GET',
      route: '/health',
      perSecond: 0.2,
      success: '200',
      latency: { median: 0.002, sigma: 0.4 },
      failures: 0,
    },
  ]);
  const uploads = new CounterFamily(
    'media_ingestor_uploads_total',
    'Uploads, by outcome and type of media.',
  );
  const uploaded = {
    image: outcomes(uploads, { service, type: 'image' }, 'result', RESULTS),
    video: outcomes(uploads, { service, type: 'video' }, 'result', RESULTS),
  };
  const durations = new HistogramFamily(
    'media_ingestor_upload_duration_seconds',
    'Time from the first byte of an upload to its confirmation in seconds.',
    [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30, 60],
  );
  const duration = durations.with({ service });
  const bytesFamily = new CounterFamily(
    'media_ingestor_upload_bytes_total',
    'Bytes of successful uploads.',
  );
  const bytes = bytesFamily.with({ service });
  const storage = new CounterFamily(
    'media_ingestor_storage_operations_total',
    'Operations on the object store, by outcome.',
  );
  const stored = Object.fromEntries(
    Object.keys(OPERATIONS).map(operation => [
      operation,
      outcomes(storage, { service, operation }, 'result', RESULTS),
    ]),
  );
  const reconciliation = new CounterFamily(
    'media_ingestor_reconciliation_errors_total',
    'Stored objects whose record could not be reconciled.',
  );
  const reconciliationErrors = reconciliation.with({ service });
  const inFlightFamily = new GaugeFamily(
    'media_ingestor_uploads_in_flight',
    'Uploads under way.',
  );
  const inFlight = inFlightFamily.with({ service });

  return {
    name: service,
    job: service,
    instance: 'ingestor-0',
    isService: true,
    families: [
      http.family,
      uploads,
      durations,
      bytesFamily,
      storage,
      reconciliation,
      inFlightFamily,
    ],
    advance(step) {
      const failing = step.isActive('upload-failures');
      const slow = step.isActive('slow-uploads');
      const storeFails = step.isActive('storage-errors');
      const luck = 0.5 + step.chance(1);
      const uploadFailures =
        (failing ? 0.6 : 0.0014 * luck) + (storeFails ? 0.03 : 0);

      http.advance(step, route =>
        route.route === '/uploads'
          ? {
              failures: failing ? 0.6 : undefined,
              latencyFactor: slow ? 20 : undefined,
            }
          : {},
      );
      for (const type of ['image', 'video'] as const) {
        const count = UPLOADS[type] * step.traffic * step.seconds;
        const failed = count * uploadFailures;
        uploaded[type].success.add(count - failed);
        uploaded[type].failure.add(failed);
        bytes.add((count - failed) * BYTES[type]);
        duration.add(count, {
          median: (type === 'image' ? 0.45 : 3.2) * (slow ? 40 : 1),
          sigma: 0.6,
        });
      }
      for (const [operation, perSecond] of Object.entries(OPERATIONS)) {
        const count = perSecond * step.traffic * step.seconds;
        const failed =
          count * (storeFails && operation === 'put' ? 0.25 : 0.0002 * luck);
        stored[operation].success.add(count - failed);
        stored[operation].failure.add(failed);
      }
      if (step.isActive('reconciliation-errors')) {
        reconciliationErrors.add(0.3 * step.seconds);
      }
      inFlight.set((6 + 4 * step.chance(2)) * step.traffic * (slow ? 25 : 1));
    },
  };
}
