import { SliTemplate } from '@sightline/backstage-plugin-monitoring-common';

/** What can be promised of the ingestor. */
export function mediaIngestorSlis(): SliTemplate[] {
  return [
    {
      id: 'media-ingestor:uploads',
      title: 'Uploads that succeed',
      serves: ['availability', 'errors'],
      sli: {
        type: 'ratio',
        bad: 'increase(media_ingestor_uploads_total{$selector, result="failure"}[$window])',
        total: 'increase(media_ingestor_uploads_total{$selector}[$window])',
      },
    },
    {
      id: 'media-ingestor:upload-latency',
      title: 'Uploads that finish fast enough',
      serves: ['latency'],
      sli: {
        type: 'latency',
        histogram: 'media_ingestor_upload_duration_seconds',
        thresholdSeconds: 5,
      },
    },
  ];
}
