import {
  PackContext,
  timeSeriesPanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { postgresqlExpressions } from './postgresqlExpressions';
import {
  POSTGRESQL_PANELS,
  PostgresqlPanelOptions,
} from './postgresqlPanelIds';
import { DEADLOCKS, LONG, POOL, ROLLBACKS } from './postgresqlThresholds';

const TUPLES = [
  'returned',
  'fetched',
  'inserted',
  'updated',
  'deleted',
] as const;

/** Connections, transactions and what they wait for, over time. */
export function postgresqlLoadPanels(
  { selector }: PackContext,
  { firstId = 0, databases }: PostgresqlPanelOptions = {},
) {
  const postgresql = postgresqlExpressions(selector, '$__rate_interval', {
    databases,
  });
  // The window of the alert, so that the graph shows what the alert judges.
  const quarter = postgresqlExpressions(selector, '15m', { databases });
  const id = (name: keyof typeof POSTGRESQL_PANELS) =>
    firstId + POSTGRESQL_PANELS[name];
  return {
    poolUsage: timeSeriesPanel({
      id: id('poolUsage'),
      title: 'Pool used',
      description:
        'Connections as a share of the slots that are not reserved for superusers, by server. Over 80 % for 2 minutes pages.',
      unit: 'percentunit',
      queries: [{ expression: postgresql.poolUsage, legend: '{{instance}}' }],
      thresholds: POOL,
    }),
    slots: timeSeriesPanel({
      id: id('slots'),
      title: 'Connections and slots',
      description:
        'Connections to all databases of a server, and its slots that are not reserved for superusers.',
      unit: 'short',
      queries: [
        { expression: postgresql.connections, legend: '{{instance}} used' },
        { expression: postgresql.slots, legend: '{{instance}} slots' },
      ],
    }),
    connectionsByDatabase: timeSeriesPanel({
      id: id('connectionsByDatabase'),
      title: 'Connections by database',
      description: 'Connections by database, stacked.',
      unit: 'short',
      stacked: true,
      queries: [
        { expression: postgresql.connectionsByDatabase, legend: '{{datname}}' },
      ],
    }),
    connectionsByState: timeSeriesPanel({
      id: id('connectionsByState'),
      title: 'Connections by state',
      description:
        'What connections do, stacked. Many that are idle in transaction are a client that forgets to commit.',
      unit: 'short',
      stacked: true,
      queries: [
        { expression: postgresql.connectionsByState, legend: '{{state}}' },
      ],
    }),
    transactionRate: timeSeriesPanel({
      id: id('transactionRate'),
      title: 'Transactions',
      description: 'Transactions per second by database and how they ended.',
      unit: 'ops',
      queries: [
        { expression: postgresql.commits, legend: '{{datname}} committed' },
        { expression: postgresql.rollbacks, legend: '{{datname}} rolled back' },
      ],
    }),
    rollbackRatio: timeSeriesPanel({
      id: id('rollbackRatio'),
      title: 'Rolled back',
      description: 'Share of transactions that were rolled back, by server.',
      unit: 'percentunit',
      queries: [
        { expression: postgresql.rollbackRatio, legend: '{{instance}}' },
      ],
      thresholds: ROLLBACKS,
    }),
    tuples: timeSeriesPanel({
      id: id('tuples'),
      title: 'Rows',
      description:
        'Rows per second by what was done with them. Many more returned than fetched are scans of whole tables.',
      unit: 'ops',
      queries: TUPLES.map(kind => ({
        expression: postgresql.tuples(kind),
        legend: `{{instance}} ${kind}`,
      })),
    }),
    deadlocks: timeSeriesPanel({
      id: id('deadlocks'),
      title: 'Deadlocks',
      description:
        'Transactions that were ended because they waited for each other, in the 15 minutes before. More than 5 warn.',
      unit: 'short',
      queries: [{ expression: quarter.deadlocks, legend: '{{datname}}' }],
      thresholds: DEADLOCKS,
    }),
    locks: timeSeriesPanel({
      id: id('locks'),
      title: 'Locks',
      description: 'Locks held by mode, stacked.',
      unit: 'short',
      stacked: true,
      queries: [{ expression: postgresql.locks, legend: '{{mode}}' }],
    }),
    longestTransaction: timeSeriesPanel({
      id: id('longestTransaction'),
      title: 'Longest transaction',
      description:
        'Age of the oldest open transaction by database. Older than 15 minutes warns.',
      unit: 's',
      queries: [
        { expression: postgresql.longestTransaction, legend: '{{datname}}' },
      ],
      thresholds: LONG,
    }),
  };
}
