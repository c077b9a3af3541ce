import { MonitoringPack } from '@sightline/backstage-plugin-monitoring-node';
import { postgresqlAlerts } from './postgresqlAlerts';
import { postgresqlDashboard } from './postgresqlDashboard';
import { postgresqlSlis } from './postgresqlSlis';

/** Connections, transactions, memory, disk and standbys of PostgreSQL servers. */
export const postgresqlPack: MonitoringPack = {
  id: 'postgresql',
  title: 'PostgreSQL',
  description:
    'Connections, transactions, memory, disk and standbys of a PostgreSQL server',
  metricsFrom:
    'pg_…: postgres_exporter 0.11 to 0.20; pg_connections and pg_max_connections of others',
  options: {
    database:
      'the database that the dashboard shows at first, and that alerts on deadlocks and transactions look at',
  },
  probes: [
    { id: 'exporter', title: 'postgres_exporter', metric: 'pg_up' },
    { id: 'plain', title: 'plain names', metric: 'pg_connections' },
  ],
  dashboards: context => [postgresqlDashboard(context)],
  alerts: context => postgresqlAlerts(context),
  slis: () => postgresqlSlis(),
};
