import {
  buildPackDashboard,
  heatmapPanel,
  PackContext,
  PackDashboard,
  statPanel,
  timeSeriesPanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { mediaIngestorExpressions } from './mediaIngestorExpressions';

/** Panels that alerts point to. */
export const INGESTOR_PANELS = {
  uploadRate: 10,
  failureRatio: 11,
  duration: 12,
  storageFailures: 14,
  reconciliationErrors: 15,
} as const;

const FAILURES = { warning: 0.01, critical: 0.05 };
const STORAGE_FAILURES = { critical: 0.01 };
const RECONCILIATION_ERRORS = { critical: 1 };
const SLOW = { warning: 5, critical: 10 };

/** “Upload Overview”: what comes in, what fails, how long it takes. */
export function mediaIngestorDashboard(context: PackContext): PackDashboard {
  const ingestor = mediaIngestorExpressions(
    context.selector,
    '$__rate_interval',
  );
  // The window of the alert, so that the graph shows what the alert judges.
  const quarter = mediaIngestorExpressions(context.selector, '15m');
  const title = `${context.title} · Upload Overview`;
  const model = buildPackDashboard({
    title,
    description: `Uploads into ${context.title}: rate, failures, duration, storage`,
    tags: ['media-ingestor'],
    stats: [
      statPanel({
        id: 1,
        title: 'Uploads',
        description: 'Uploads per second, finished or failed.',
        unit: 'ops',
        queries: [{ expression: ingestor.uploadRate, legend: 'Uploads' }],
      }),
      statPanel({
        id: 2,
        title: 'Failing uploads',
        description: 'Share of uploads that failed.',
        unit: 'percentunit',
        decimals: 2,
        queries: [
          { expression: ingestor.uploadFailureRatio, legend: 'Failing' },
        ],
        thresholds: FAILURES,
      }),
      statPanel({
        id: 3,
        title: 'Slow uploads',
        description: 'One upload in twenty takes longer than this.',
        unit: 's',
        queries: [{ expression: ingestor.duration(0.95), legend: 'p95' }],
        thresholds: SLOW,
      }),
      statPanel({
        id: 5,
        title: 'Failing storage',
        description: 'Share of operations on the object store that failed.',
        unit: 'percentunit',
        decimals: 2,
        queries: [
          { expression: ingestor.storageFailureRatio, legend: 'Failing' },
        ],
        thresholds: STORAGE_FAILURES,
      }),
      statPanel({
        id: 6,
        title: 'Reconciliation errors',
        description:
          'Differences between catalogue and object store that could not be repaired, in 15 minutes.',
        unit: 'short',
        decimals: 0,
        queries: [
          { expression: quarter.reconciliationErrors, legend: 'Errors' },
        ],
        thresholds: RECONCILIATION_ERRORS,
      }),
      statPanel({
        id: 4,
        title: 'In flight',
        description: 'Uploads under way at this moment.',
        unit: 'short',
        decimals: 0,
        queries: [{ expression: ingestor.inFlight, legend: 'In flight' }],
      }),
    ],
    rows: [
      {
        title: 'Uploads',
        panels: [
          timeSeriesPanel({
            id: INGESTOR_PANELS.uploadRate,
            title: 'Upload rate',
            description: 'Uploads per second by type of media, stacked.',
            unit: 'ops',
            stacked: true,
            queries: [
              { expression: ingestor.uploadRateByType, legend: '{{type}}' },
            ],
          }),
          timeSeriesPanel({
            id: INGESTOR_PANELS.failureRatio,
            title: 'Failing uploads',
            description:
              'Share of uploads that failed. Over 5 % for 5 minutes pages.',
            unit: 'percentunit',
            queries: [
              { expression: ingestor.uploadFailureRatio, legend: 'Failing' },
            ],
            thresholds: FAILURES,
          }),
        ],
      },
      {
        title: 'Duration and volume',
        panels: [
          timeSeriesPanel({
            id: INGESTOR_PANELS.duration,
            title: 'Response time',
            description:
              'How long uploads take: half, 95 % and 99 % of them are faster.',
            unit: 's',
            queries: [0.5, 0.95, 0.99].map(quantile => ({
              expression: ingestor.duration(quantile),
              legend: `p${quantile * 100}`,
            })),
            thresholds: SLOW,
          }),
          heatmapPanel({
            id: 17,
            title: 'Durations',
            description:
              'How many uploads took how long: images and videos are two bands.',
            unit: 's',
            queries: [{ expression: ingestor.durations, legend: '{{le}}' }],
          }),
          timeSeriesPanel({
            id: 13,
            title: 'Bytes in',
            description: 'Bytes of media received per second.',
            unit: 'Bps',
            queries: [{ expression: ingestor.bytesIn, legend: 'Received' }],
          }),
        ],
      },
      {
        title: 'Storage',
        panels: [
          timeSeriesPanel({
            id: INGESTOR_PANELS.storageFailures,
            title: 'Storage operation failures',
            description:
              'Share of operations on the object store that failed. All of them over 1 % for 5 minutes pages.',
            unit: 'percentunit',
            queries: [
              { expression: ingestor.storageFailureRatio, legend: 'All' },
              {
                expression: ingestor.storageFailureRatioByOperation,
                legend: '{{operation}}',
              },
            ],
            thresholds: STORAGE_FAILURES,
          }),
          timeSeriesPanel({
            id: INGESTOR_PANELS.reconciliationErrors,
            title: 'Reconciliation errors',
            description:
              'Differences between catalogue and object store that could not be repaired, in the 15 minutes before. Any for 5 minutes pages.',
            unit: 'short',
            queries: [
              {
                expression: quarter.reconciliationErrors,
                legend: 'Errors in 15 minutes',
              },
            ],
            thresholds: RECONCILIATION_ERRORS,
          }),
          timeSeriesPanel({
            id: 16,
            title: 'Uploads in flight',
            description: 'Uploads under way at the same time.',
            unit: 'short',
            queries: [{ expression: ingestor.inFlight, legend: 'In flight' }],
          }),
        ],
      },
    ],
  });
  return { id: 'upload-overview', title, model };
}
