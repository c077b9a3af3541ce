import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';
import { opensearchAlerts } from './opensearchAlerts';
import { opensearchDashboard } from './opensearchDashboard';
import { opensearchSlis } from './opensearchSlis';

/** Status, indices, searches and nodes of a search cluster. */
export const opensearchPack: MonitoringPack = {
  id: 'opensearch',
  title: 'OpenSearch',
  description: 'Status, indices, searches and nodes of an OpenSearch cluster',
  metricsFrom:
    'elasticsearch_exporter 1.5 and 1.11, and the OpenSearch exporter plugin 2.19',
  probes: [
    {
      id: 'exporter',
      title: 'elasticsearch_exporter',
      metric: 'elasticsearch_cluster_health_status',
    },
    {
      id: 'plugin',
      title: 'OpenSearch exporter plugin',
      metric: 'opensearch_cluster_status',
    },
  ],
  dashboards: context => [opensearchDashboard(context)],
  alerts: context => opensearchAlerts(context),
  slis: () => opensearchSlis(),
};
