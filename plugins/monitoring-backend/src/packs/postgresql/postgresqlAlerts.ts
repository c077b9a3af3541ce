import { quoteString } from '@sightline/backstage-plugin-monitoring-common';
import {
  metricsMissingAlert,
  PackAlert,
  PackContext,
} from '@sightline/backstage-plugin-monitoring-node';
import { HOLD } from '../hold';
import { postgresqlExpressions, REAL_DATABASES } from './postgresqlExpressions';
import { POSTGRESQL_PANELS } from './postgresqlPanelIds';

/** How long a full server’s last count stands while its exporter is shut out. */
const SHUT_OUT = '5m';

function panel(name: keyof typeof POSTGRESQL_PANELS): PackAlert['panel'] {
  return { dashboard: 'overview', panelId: POSTGRESQL_PANELS[name] };
}

/** Alerts of PostgreSQL servers; what belongs to a database is narrowed to that of the options. */
export function postgresqlAlerts(context: PackContext): PackAlert[] {
  const { selector, title, options } = context;
  const postgresql = postgresqlExpressions(selector, '15m', {
    databases: options.database
      ? `datname=${quoteString(options.database)}`
      : REAL_DATABASES,
    hold: HOLD.long,
  });
  const latest = postgresqlExpressions(selector, '15m', { hold: HOLD.short });
  // A full server shuts out its exporter: the last count stands until PostgresqlDown takes over. A
  // server that is gone has no exporter that says so.
  const before = postgresqlExpressions(selector, '15m', { hold: SHUT_OUT });
  return [
    {
      name: 'DatabasePoolExhausted',
      expression: `${latest.poolUsage} or (${before.poolUsage} and ${latest.up} == 0)`,
      operator: '>',
      threshold: 0.8,
      unit: 'percent',
      for: 120,
      severity: 'critical',
      summary: `${title} runs out of connections`,
      description: `{{ $value | humanizePercentage }} of the connections that ordinary roles can have to {{ $labels.instance }} of ${title} are taken.`,
      panel: panel('poolUsage'),
    },
    {
      name: 'PostgresqlDown',
      expression: latest.up,
      operator: '<',
      threshold: 1,
      unit: 'number',
      for: 120,
      severity: 'critical',
      summary: `${title} cannot be reached`,
      description: `The exporter of {{ $labels.instance }} cannot log in to ${title} (up: {{ $value }}). The server is down, or all its connections are taken.`,
      panel: panel('up'),
    },
    {
      name: 'PostgresqlDeadlocks',
      expression: postgresql.deadlocks,
      operator: '>',
      threshold: 5,
      unit: 'number',
      for: 60,
      severity: 'warning',
      summary: `Transactions of ${title} block each other`,
      description: `{{ $value | humanize }} deadlocks in the database {{ $labels.datname }} of ${title} over the last 15 minutes.`,
      panel: panel('deadlocks'),
    },
    {
      name: 'PostgresqlLongTransaction',
      expression: postgresql.longestTransaction,
      operator: '>',
      threshold: 900,
      unit: 'seconds',
      for: 600,
      severity: 'warning',
      summary: `A transaction of ${title} stays open`,
      description: `The oldest transaction in the database {{ $labels.datname }} of ${title} has been open for {{ $value | humanizeDuration }}.`,
      panel: panel('longestTransaction'),
    },
    {
      name: 'PostgresqlReplicationLag',
      expression: postgresql.replicationLag,
      operator: '>',
      threshold: 60,
      unit: 'seconds',
      for: 300,
      severity: 'warning',
      summary: `A standby of ${title} is behind`,
      description: `The standby {{ $labels.instance }} of ${title} is {{ $value | humanizeDuration }} behind.`,
      panel: panel('replicationLag'),
    },
    {
      name: 'PostgresqlReplicationBacklog',
      expression: postgresql.replicationBacklog,
      operator: '>',
      threshold: 1024 ** 3,
      unit: 'bytes',
      for: 600,
      severity: 'warning',
      summary: `A standby of ${title} does not keep up`,
      description: `The standby {{ $labels.application_name }} of ${title} has not replayed {{ $value | humanize1024 }}B yet.`,
      panel: panel('replicationBacklog'),
    },
    {
      name: 'PostgresqlReplicationSlotUnused',
      expression: postgresql.replicationSlots,
      operator: '<',
      threshold: 1,
      unit: 'number',
      for: 900,
      severity: 'warning',
      summary: `Nobody reads a replication slot of ${title}`,
      description: `Nobody reads the slot {{ $labels.slot_name }} of ${title} (active: {{ $value }}); the server keeps its log for it until the disk is full.`,
      panel: panel('replicationSlots'),
    },
    metricsMissingAlert(context, {
      name: 'PostgresqlMetricsMissing',
      series: [`pg_up{${selector}}`, `pg_connections{${selector}}`],
      blindTo: 'of its database server',
      panel: panel('up'),
    }),
  ];
}
