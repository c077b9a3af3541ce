import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';
import { nodejsAlerts } from './nodejsAlerts';
import { nodejsDashboard } from './nodejsDashboard';

/** The processes of a service that runs on Node.js. */
export const nodejsPack: MonitoringPack = {
  id: 'nodejs',
  title: 'Node.js',
  description:
    'Event loop, heap, garbage collection and handles of Node.js processes',
  metricsFrom: 'collectDefaultMetrics of prom-client 14 and 15',
  probes: [
    {
      id: 'prom-client',
      title: 'Default metrics of prom-client',
      metric: 'nodejs_eventloop_lag_p99_seconds',
    },
  ],
  dashboards: context => [nodejsDashboard(context)],
  alerts: nodejsAlerts,
  slis: () => [],
};
