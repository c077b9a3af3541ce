import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';
import { mediaIngestorAlerts } from './mediaIngestorAlerts';
import { mediaIngestorDashboard } from './mediaIngestorDashboard';
import { mediaIngestorSlis } from './mediaIngestorSlis';

/** Uploads into the media platform. */
export const mediaIngestorPack: MonitoringPack = {
  id: 'media-ingestor',
  title: 'Media ingestor',
  description:
    'Uploads into the media platform: rate, failures, duration, storage',
  metricsFrom:
    'media_ingestor_*: the ingestor of the media platform (prom-client)',
  probes: [
    {
      id: 'uploads',
      title: 'Uploads of the ingestor',
      metric: 'media_ingestor_uploads_total',
    },
  ],
  dashboards: context => [mediaIngestorDashboard(context)],
  alerts: context => mediaIngestorAlerts(context),
  slis: () => mediaIngestorSlis(),
};
