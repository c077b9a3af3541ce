import {
  buildPackDashboard,
  PackContext,
  PackDashboard,
  statPanel,
  timeSeriesPanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { platformHttpPanels } from '../../http/platformHttpPanels';
import { mediaServiceExpressions } from './mediaServiceExpressions';

/** Panels that alerts point to. */
export const MEDIA_SERVICE_PANELS = {
  processed: 20,
  failures: 21,
  waiting: 23,
  usedShare: 25,
} as const;

const FAILURES = { warning: 0.01, critical: 0.05 };
const WAITING = { warning: 200, critical: 500 };
const USED = { warning: 0.75, critical: 0.85 };

/** “Media Overview”: what is asked for, what is processed, what waits, what is stored. */
export function mediaServiceDashboard(context: PackContext): PackDashboard {
  const media = mediaServiceExpressions(context.selector, '$__rate_interval');
  const http = platformHttpPanels(context.selector);
  const title = `${context.title} · Media Overview`;
  const model = buildPackDashboard({
    title,
    description: `Requests to ${context.title}, and the media it processes and stores`,
    tags: ['media-service'],
    stats: [
      ...http.stats,
      statPanel({
        id: 4,
        title: 'Processed',
        description: 'Media processed per second, well or not.',
        unit: 'ops',
        queries: [{ expression: media.processed, legend: 'Processed' }],
      }),
      statPanel({
        id: 5,
        title: 'Waiting',
        description: 'Media that wait to be processed.',
        unit: 'short',
        decimals: 0,
        queries: [{ expression: media.waiting, legend: 'Waiting' }],
        thresholds: WAITING,
      }),
      statPanel({
        id: 6,
        title: 'Storage used',
        description: 'Share of what the service may store that is in use.',
        unit: 'percentunit',
        decimals: 1,
        queries: [{ expression: media.usedShare, legend: 'Used' }],
        thresholds: USED,
      }),
    ],
    rows: [
      ...http.rows,
      {
        title: 'Processing',
        panels: [
          timeSeriesPanel({
            id: MEDIA_SERVICE_PANELS.processed,
            title: 'Processed by type',
            description: 'Media processed per second by type, stacked.',
            unit: 'ops',
            stacked: true,
            queries: [
              { expression: media.processedByType, legend: '{{type}}' },
            ],
          }),
          timeSeriesPanel({
            id: MEDIA_SERVICE_PANELS.failures,
            title: 'Failing by type',
            description:
              'Share of processed media that failed. Over 5 % of all for 10 minutes warns.',
            unit: 'percentunit',
            queries: [
              { expression: media.failureShare, legend: 'All' },
              { expression: media.failureShareByType, legend: '{{type}}' },
            ],
            thresholds: FAILURES,
          }),
          timeSeriesPanel({
            id: 22,
            title: 'Processing time by type',
            description: '95 % of the media of a type are processed faster.',
            unit: 's',
            queries: [
              { expression: media.durationByType(0.95), legend: '{{type}}' },
            ],
          }),
        ],
      },
      {
        title: 'Queue and storage',
        panels: [
          timeSeriesPanel({
            id: MEDIA_SERVICE_PANELS.waiting,
            title: 'Queue depth',
            description:
              'Media that wait to be processed. Over 500 for 15 minutes warns.',
            unit: 'short',
            queries: [{ expression: media.waiting, legend: 'Waiting' }],
            thresholds: WAITING,
          }),
          timeSeriesPanel({
            id: 24,
            title: 'Storage by type',
            description: 'Bytes stored by type of media, stacked.',
            unit: 'bytes',
            stacked: true,
            queries: [{ expression: media.usedByType, legend: '{{type}}' }],
          }),
          timeSeriesPanel({
            id: MEDIA_SERVICE_PANELS.usedShare,
            title: 'Storage used',
            description:
              'Share of what the service may store that is in use. Over 85 % for 15 minutes warns.',
            unit: 'percentunit',
            queries: [{ expression: media.usedShare, legend: 'Used' }],
            thresholds: USED,
          }),
        ],
      },
    ],
  });
  return { id: 'media-overview', title, model };
}
