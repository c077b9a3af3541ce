import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';
import { sightlineAlerts } from './sightlineAlerts';
import { sightlineDashboard } from './sightlineDashboard';
import { sightlineSlis } from './sightlineSlis';

/** Sightline itself: its provisioning, the queries that it answers, and the servers that it asks. */
export const sightlinePack: MonitoringPack = {
  id: 'sightline',
  title: 'Sightline',
  description:
    'Sightline itself: its provisioning, the queries that it answers, and the servers that it asks',
  metricsFrom:
    'sightline_*: the OpenTelemetry metrics of the monitoring backend, by the Prometheus exporter',
  probes: [
    {
      id: 'provisioning',
      title: 'Sightline',
      metric: 'sightline_provisioning_last_success_timestamp_seconds',
    },
  ],
  dashboards: context => [sightlineDashboard(context)],
  alerts: context => sightlineAlerts(context),
  slis: () => sightlineSlis(),
};
