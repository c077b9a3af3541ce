import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';
import { platformHttpSlis } from '../../http/platformHttpSlis';
import { mediaServiceAlerts } from './mediaServiceAlerts';
import { mediaServiceDashboard } from './mediaServiceDashboard';

const ID = 'media-service';

/** The service that processes and stores media. */
export const mediaServicePack: MonitoringPack = {
  id: ID,
  title: 'Media service',
  description:
    'Media that are asked for, processed and stored: rate, errors, duration, queue, storage',
  metricsFrom:
    'media_processed_total, media_processing_*, media_storage_*, http_request_duration_seconds: the media service of the media platform (prom-client)',
  probes: [
    {
      id: 'processing',
      title: 'Processing of the media service',
      metric: 'media_processed_total',
    },
  ],
  dashboards: context => [mediaServiceDashboard(context)],
  alerts: context => mediaServiceAlerts(context),
  slis: () => [
    ...platformHttpSlis(ID),
    {
      id: `${ID}:processing`,
      title: 'Media that are processed',
      serves: ['availability', 'errors'],
      sli: {
        type: 'ratio',
        bad: 'increase(media_processed_total{$selector, result="failure"}[$window])',
        total: 'increase(media_processed_total{$selector}[$window])',
      },
    },
  ],
};
