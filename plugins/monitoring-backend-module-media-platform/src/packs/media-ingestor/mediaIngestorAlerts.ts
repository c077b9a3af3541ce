import {
  PackAlert,
  PackContext,
} from '@sightline/backstage-plugin-monitoring-node';
import { anyMetricMissingAlert } from '../../alerts/anyMetricMissingAlert';
import { INGESTOR_PANELS } from './mediaIngestorDashboard';
import { mediaIngestorExpressions } from './mediaIngestorExpressions';

function panel(panelId: number): PackAlert['panel'] {
  return { dashboard: 'upload-overview', panelId };
}

/** Alerts of the ingestor. */
export function mediaIngestorAlerts(context: PackContext): PackAlert[] {
  const ingestor = mediaIngestorExpressions(context.selector, '5m');
  const quarter = mediaIngestorExpressions(context.selector, '15m');
  const { title } = context;
  return [
    {
      name: 'HighUploadFailureRate',
      expression: ingestor.uploadFailureRatio,
      operator: '>',
      threshold: 0.05,
      unit: 'percent',
      for: 300,
      severity: 'critical',
      summary: `Uploads to ${title} fail`,
      description: `{{ $value | humanizePercentage }} of the uploads to ${title} failed over the last 5 minutes.`,
      panel: panel(INGESTOR_PANELS.failureRatio),
    },
    {
      name: 'SlowUploadResponseTime',
      expression: ingestor.duration(0.95),
      operator: '>',
      threshold: 10,
      unit: 'seconds',
      for: 300,
      severity: 'critical',
      summary: `Uploads to ${title} are slow`,
      description: `One upload in twenty to ${title} took longer than {{ $value | humanizeDuration }} over the last 5 minutes.`,
      panel: panel(INGESTOR_PANELS.duration),
    },
    {
      name: 'StorageOperationFailures',
      // Without the second half, an entity that asks for `>= 0%` would be told of no failures.
      expression: `${ingestor.storageFailureRatio} and ${ingestor.storageFailureRate} > 0`,
      operator: '>',
      threshold: 0.01,
      unit: 'percent',
      for: 300,
      severity: 'critical',
      summary: `${title} cannot use its object store`,
      description: `{{ $value | humanizePercentage }} of the storage operations of ${title} failed over the last 5 minutes.`,
      panel: panel(INGESTOR_PANELS.storageFailures),
    },
    {
      name: 'ReconciliationErrors',
      expression: quarter.newReconciliationErrors,
      operator: '>',
      threshold: 0,
      unit: 'number',
      for: 300,
      severity: 'critical',
      summary: `${title} and its object store differ`,
      description: `{{ $value | humanize }} reconciliation errors of ${title} over the last 15 minutes.`,
      panel: panel(INGESTOR_PANELS.reconciliationErrors),
    },
    // Reconciliation errors are not among them: there need not be any, ever.
    anyMetricMissingAlert(context, {
      name: 'MediaIngestorMetricsMissing',
      series: [
        `media_ingestor_uploads_total{${context.selector}}`,
        `media_ingestor_upload_duration_seconds_count{${context.selector}}`,
        `media_ingestor_storage_operations_total{${context.selector}}`,
      ],
      blindTo: 'of the uploads',
      panel: panel(INGESTOR_PANELS.uploadRate),
    }),
  ];
}
