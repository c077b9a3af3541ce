import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';
import { processAlerts } from './processAlerts';
import { processDashboard } from './processDashboard';

/** The processes of a service, whatever language they are written in. */
export const processPack: MonitoringPack = {
  id: 'process',
  title: 'Processes',
  description: 'CPU, memory, file descriptors and restarts of the processes',
  metricsFrom:
    'process_*, as prom-client 15, client_golang, the Python client and other client libraries of Prometheus collect them',
  probes: [
    {
      id: 'client-library',
      title: 'A client library of Prometheus',
      metric: 'process_cpu_seconds_total',
    },
  ],
  dashboards: context => [processDashboard(context)],
  alerts: processAlerts,
  slis: () => [],
};
