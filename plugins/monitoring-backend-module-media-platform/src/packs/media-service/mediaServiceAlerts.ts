import {
  PackAlert,
  PackContext,
} from '@sightline/backstage-plugin-monitoring-node';
import { anyMetricMissingAlert } from '../../alerts/anyMetricMissingAlert';
import { MEDIA_SERVICE_PANELS } from './mediaServiceDashboard';
import { mediaServiceExpressions } from './mediaServiceExpressions';

function panel(panelId: number): PackAlert['panel'] {
  return { dashboard: 'media-overview', panelId };
}

/** Alerts of the media service. Those on its HTTP requests are the pack `http`'s. */
export function mediaServiceAlerts(context: PackContext): PackAlert[] {
  const media = mediaServiceExpressions(context.selector, '5m');
  const { title, selector } = context;
  return [
    {
      name: 'HighMediaProcessingFailureRate',
      expression: media.failureShare,
      operator: '>',
      threshold: 0.05,
      unit: 'percent',
      for: 600,
      severity: 'warning',
      summary: `${title} fails to process media`,
      description: `{{ $value | humanizePercentage }} of the media that ${title} processed over the last 5 minutes failed.`,
      panel: panel(MEDIA_SERVICE_PANELS.failures),
    },
    {
      name: 'MediaProcessingBacklog',
      expression: media.waiting,
      operator: '>',
      threshold: 500,
      unit: 'number',
      for: 900,
      severity: 'warning',
      summary: `Media pile up in front of ${title}`,
      description: `{{ $value | humanize }} media wait to be processed by ${title}.`,
      panel: panel(MEDIA_SERVICE_PANELS.waiting),
    },
    {
      name: 'MediaStorageFillingUp',
      expression: media.usedShare,
      operator: '>',
      threshold: 0.85,
      unit: 'percent',
      for: 900,
      severity: 'warning',
      summary: `The storage of ${title} fills up`,
      description: `${title} uses {{ $value | humanizePercentage }} of what it may store.`,
      panel: panel(MEDIA_SERVICE_PANELS.usedShare),
    },
    anyMetricMissingAlert(context, {
      name: 'MediaServiceMetricsMissing',
      series: [
        `media_processed_total{${selector}}`,
        `media_processing_queue_depth{${selector}}`,
        `media_storage_used_bytes{${selector}}`,
        `media_storage_quota_bytes{${selector}}`,
      ],
      blindTo: 'of the processing',
      panel: panel(MEDIA_SERVICE_PANELS.processed),
    }),
  ];
}
