import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';
import { sightlineAlerts } from './sightlineAlerts';
import { sightlineDashboard } from './sightlineDashboard';
import { sightlineSlis } from './sightlineSlis';

/** Sightline itself: runs, writes, objects and targets of its provisioning. */
export const sightlinePack: MonitoringPack = {
  id: 'sightline',
  title: 'Sightline',
  description:
    'Runs, writes, objects and targets of the provisioning of Sightline itself',
  metricsFrom:
    'sightline_provisioning_*: the OpenTelemetry metrics of the monitoring backend, by the Prometheus exporter',
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
