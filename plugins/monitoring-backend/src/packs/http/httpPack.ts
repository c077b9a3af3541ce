import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';
import { httpAlerts } from './httpAlerts';
import { httpDashboard } from './httpDashboard';
import { httpSlis } from './httpSlis';

/** Rate, errors and duration of a service that serves HTTP. */
export const httpPack: MonitoringPack = {
  id: 'http',
  title: 'HTTP service',
  description:
    'Request rate, errors and duration of a service that serves HTTP',
  metricsFrom:
    'http_request_duration_seconds{method, route, status_code}: prom-client and express-prom-bundle',
  dashboards: context => [httpDashboard(context)],
  alerts: context => httpAlerts(context),
  slis: () => httpSlis(),
};
