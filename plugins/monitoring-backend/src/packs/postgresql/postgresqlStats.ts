import {
  PackContext,
  statPanel,
} from '@sightline/backstage-plugin-monitoring-node';
import { postgresqlExpressions } from './postgresqlExpressions';
import {
  POSTGRESQL_PANELS,
  PostgresqlPanelOptions,
} from './postgresqlPanelIds';
import { CACHE_HITS, LONG, POOL } from './postgresqlThresholds';

/** The numbers that matter: of several servers, the worst. */
export function postgresqlStats(
  { selector }: PackContext,
  { firstId = 0, databases }: PostgresqlPanelOptions = {},
) {
  const postgresql = postgresqlExpressions(selector, '$__rate_interval', {
    databases,
  });
  const id = (name: keyof typeof POSTGRESQL_PANELS) =>
    firstId + POSTGRESQL_PANELS[name];
  return {
    up: statPanel({
      id: id('up'),
      title: 'Server',
      description:
        'Whether the exporter can log in. A server whose slots are all taken shuts it out as well.',
      unit: 'short',
      queries: [{ expression: `min(${postgresql.up})`, legend: 'Server' }],
      names: [
        { value: 1, text: 'Up', state: 'good' },
        { value: 0, text: 'Down', state: 'bad' },
      ],
    }),
    pool: statPanel({
      id: id('pool'),
      title: 'Pool used',
      description:
        'Connections as a share of the slots that are not reserved for superusers.',
      unit: 'percentunit',
      decimals: 0,
      queries: [
        { expression: `max(${postgresql.poolUsage})`, legend: 'Pool used' },
      ],
      thresholds: POOL,
    }),
    connections: statPanel({
      id: id('connections'),
      title: 'Connections',
      description: 'Connections open now, to all databases.',
      unit: 'short',
      decimals: 0,
      queries: [
        { expression: `sum(${postgresql.connections})`, legend: 'Connections' },
      ],
    }),
    transactions: statPanel({
      id: id('transactions'),
      title: 'Transactions',
      description: 'Transactions per second, committed or rolled back.',
      unit: 'ops',
      queries: [
        {
          expression: `sum(${postgresql.transactions})`,
          legend: 'Transactions',
        },
      ],
    }),
    cacheHits: statPanel({
      id: id('cacheHits'),
      title: 'Cache hits',
      description: 'Share of blocks found in shared memory instead of read.',
      unit: 'percentunit',
      decimals: 1,
      queries: [
        { expression: `min(${postgresql.cacheHitRatio})`, legend: 'Hits' },
      ],
      thresholds: CACHE_HITS,
    }),
    longest: statPanel({
      id: id('longest'),
      title: 'Longest transaction',
      description:
        'Age of the oldest open transaction. It keeps locks, and dead rows from being cleaned up.',
      unit: 's',
      queries: [
        {
          expression: `max(${postgresql.longestTransaction})`,
          legend: 'Longest',
        },
      ],
      thresholds: LONG,
    }),
  };
}
